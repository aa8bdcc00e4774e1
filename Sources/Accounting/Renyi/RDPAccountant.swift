import Foundation

/// Rényi differential privacy (Mironov 2017): divergences of the steps add up, order by order.
public enum RDPAccountant {
    /// An ε with the order that gave it.
    public struct Bound: Sendable, Hashable {
        /// ε ≥ 0.
        public let epsilon: Double
        /// The order α at which ε is smallest.
        public let order: Double
    }

    /// The orders looked at: 1.1 to 10.9 by tenths, 11 to 63, 128, 256, 512 and 1024.
    public static let orders: [Double] = {
        let tenths = (11...109).map { Double($0) / 10 }
        let whole = Array(11...63) + [128, 256, 512, 1024]
        return tenths + whole.map { Double($0) }
    }()

    /// The smallest ε at δ over the orders: T·r(α) + log(1 − 1/α) − log(δα) / (α − 1).
    ///
    /// Conversion by Canonne, Kamath and Steinke 2020, proposition 12. When neighbours differ by one record added or
    /// removed, the divergence of the mixture from the Gaussian is the larger one (Mironov, Talwar and Zhang 2019,
    /// section 3).
    ///
    /// - Parameters:
    ///   - mechanism: the training run.
    ///   - delta: δ, in (0, 1).
    /// - Returns: ε ≥ 0 with its order.
    /// - Throws: `AccountingError.outOfRange` for δ.
    public static func epsilon(_ mechanism: SubsampledGaussian, delta: Double) throws(AccountingError) -> Bound {
        try AccountingError.check(delta: delta)
        let divergence = RenyiDivergence(mechanism)
        var best = Bound(epsilon: .infinity, order: orders[0])
        for order in orders {
            let total = Double(mechanism.steps) * divergence.of(order: order)
            let epsilon = max(0, total + log1p(-1 / order) - log(delta * order) / (order - 1))
            if epsilon < best.epsilon { best = Bound(epsilon: epsilon, order: order) }
        }
        return best
    }
}
