/// The accountants there are; each gives an upper bound on ε.
public enum Accountant: String, Sendable, Hashable, CaseIterable {
    /// Rényi differential privacy (Mironov 2017).
    case rdp
    /// Privacy loss distributions (Sommer, Meiser and Mohammadi 2019), the tighter of the two.
    case pld

    /// The ε at δ of a training run.
    ///
    /// - Parameters:
    ///   - mechanism: the run.
    ///   - delta: δ, in (0, 1).
    /// - Returns: ε ≥ 0; +∞ where no ε is to be had at this δ.
    /// - Throws: `AccountingError.outOfRange` for δ; `.engine`.
    public func epsilon(_ mechanism: SubsampledGaussian, delta: Double) throws(AccountingError) -> Double {
        switch self {
        case .rdp: try RDPAccountant.epsilon(mechanism, delta: delta).epsilon
        case .pld: try PLDAccountant.epsilon(mechanism, delta: delta)
        }
    }
}
