import Foundation
import Tensors

/// Privacy loss distributions: the losses of the steps are added up as random numbers.
///
/// Every rounding is to the side of less privacy, so that ε is an upper bound.
public enum PLDAccountant {
    /// Δ, the distance between the losses that are told apart.
    private static let spacing = 1e-4
    /// The losses of one step that are told apart, at most; with noise below about 0.25 they are coarser.
    private static let mostLosses = 1 << 20
    /// The same for the sum of all steps.
    private static let mostSums = 1 << 22
    /// The probability of sums left out, which counts as an infinite loss.
    private static let tail = 1e-15

    /// The ε at δ when neighbours differ by one record added or removed: the larger of both directions.
    ///
    /// - Parameters:
    ///   - mechanism: the training run.
    ///   - delta: δ, in (0, 1).
    /// - Returns: ε ≥ 0; +∞ where losses too large to be told apart are more probable than δ, which takes a δ near 1e-15.
    /// - Throws: `AccountingError.outOfRange` for δ; `.engine`.
    public static func epsilon(_ mechanism: SubsampledGaussian, delta: Double) throws(AccountingError) -> Double {
        try AccountingError.check(delta: delta)
        var largest = 0.0
        for direction in AdjacentPair.Direction.allCases {
            let sum = try composed(AdjacentPair(mechanism: mechanism, direction: direction), times: mechanism.steps)
            largest = max(largest, sum.epsilon(delta: delta))
        }
        return largest
    }

    /// The distribution of the losses of all steps together.
    private static func composed(
        _ pair: AdjacentPair,
        times: Int
    ) throws(AccountingError) -> PrivacyLossDistribution {
        let losses = pair.losses
        var spacing = max(spacing, (losses.upperBound - losses.lowerBound) / Double(mostLosses))
        while true {
            let step = ConnectedDots.distribution(pair, spacing: spacing)
            guard times > 1 else { return step }
            let window = ChernoffWindow(step.masses, times: times, tail: tail).range
            guard window.count > mostSums else { return try convolved(step, times: times, window: window) }
            spacing *= 1.01 * Double(window.count) / Double(mostSums)
        }
    }

    private static func convolved(
        _ step: PrivacyLossDistribution,
        times: Int,
        window: ClosedRange<Int>
    ) throws(AccountingError) -> PrivacyLossDistribution {
        let size = SelfConvolution.fastSize(atLeast: window.count)
        let sums: [Double]
        do {
            sums = try SelfConvolution.circular(step.masses, times: times, size: size)
        } catch {
            throw AccountingError(error)
        }
        // Sums wrap around at `size`, and so do the few outside of the window. Rounding can leave masses below 0.
        let masses = window.map { max(0, sums[$0 % size]) }
        return PrivacyLossDistribution(
            spacing: step.spacing,
            lowest: step.lowest * times + window.lowerBound,
            masses: masses,
            infinite: -expm1(Double(times) * log1p(-step.infinite)) + tail
        )
    }
}
