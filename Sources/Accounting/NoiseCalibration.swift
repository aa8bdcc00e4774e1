import Foundation

/// Finds the noise that keeps a training run within an ε.
public enum NoiseCalibration {
    /// The noise multipliers looked at.
    public static let range = 0.05...10_000.0

    /// How near to each other, relative to the noise, the noise found and one that does not do lie.
    public static let precision = 1e-5

    /// The smallest noise multiplier with which the accounted ε is at most a target.
    ///
    /// - Parameters:
    ///   - epsilon: the target, above 0.
    ///   - delta: δ, in (0, 1).
    ///   - records: N, from 1.
    ///   - batch: B, in 1…N.
    ///   - epochs: E, above 0.
    ///   - accountant: whose ε is meant.
    /// - Returns: the run with that noise, within `range`; its lower end where even that does.
    /// - Throws: `AccountingError.outOfRange`; `.unreachable` where the upper end does not do; `.engine`.
    public static func run(
        epsilon: Double,
        delta: Double,
        records: Int,
        batch: Int,
        epochs: Double,
        accountant: Accountant
    ) throws(AccountingError) -> SubsampledGaussian {
        guard epsilon > 0, epsilon.isFinite else { throw .range("epsilon", takes: "a number above 0, such as 3") }
        let run = try SubsampledGaussian(records: records, batch: batch, noise: 1, epochs: epochs)
        let target = Target(epsilon: epsilon, delta: delta)
        if accountant == .rdp { return try search(from: run, factor: 2, for: target, by: .rdp) }
        // RDP is fast, and its noise is near: mostly a little more than is needed.
        let near = try? search(from: run, factor: 2, for: target, by: .rdp)
        let start = try run.with(noise: near?.noise ?? range.upperBound)
        return try search(from: start, factor: 1.1, for: target, by: .pld)
    }

    private struct Target {
        let epsilon: Double
        let delta: Double
    }

    /// A run with the logarithm of its ε over the target: it does where that is at most 0.
    private struct Point {
        let run: SubsampledGaussian
        let excess: Double

        init(_ run: SubsampledGaussian, _ target: Target, _ accountant: Accountant) throws(AccountingError) {
            self.run = run
            excess = log(try accountant.epsilon(run, delta: target.delta) / target.epsilon)
        }
    }

    /// Brackets the noise by steps of `factor`, then narrows the bracket.
    private static func search(
        from start: SubsampledGaussian,
        factor: Double,
        for target: Target,
        by accountant: Accountant
    ) throws(AccountingError) -> SubsampledGaussian {
        var enough = try Point(start, target, accountant)
        var tooLittle = enough
        while enough.excess > 0 {
            guard enough.run.noise < range.upperBound else { throw unreachable(target.epsilon) }
            tooLittle = enough
            let more = min(enough.run.noise * factor, range.upperBound)
            enough = try Point(start.with(noise: more), target, accountant)
        }
        while tooLittle.excess <= 0 {
            guard tooLittle.run.noise > range.lowerBound else { return tooLittle.run }
            enough = tooLittle
            let less = max(tooLittle.run.noise / factor, range.lowerBound)
            tooLittle = try Point(start.with(noise: less), target, accountant)
        }
        while enough.run.noise / tooLittle.run.noise > 1 + precision {
            let middle = try Point(start.with(noise: between(tooLittle, enough)), target, accountant)
            if middle.excess <= 0 { enough = middle } else { tooLittle = middle }
        }
        return enough.run
    }

    /// Where log ε, taken for linear in log σ, meets the target; at least a twentieth of the way from either end, so that
    /// the next point mostly lies on the other side of a bracket that is then twenty times as narrow.
    private static func between(_ low: Point, _ high: Point) -> Double {
        let isFinite = low.excess.isFinite && high.excess.isFinite
        let kept = isFinite ? min(max(low.excess / (low.excess - high.excess), 0.05), 0.95) : 0.5
        return low.run.noise * pow(high.run.noise / low.run.noise, kept)
    }

    private static func unreachable(_ epsilon: Double) -> AccountingError {
        AccountingError(
            .unreachable,
            "no noise multiplier up to \(Int(range.upperBound)) reaches an ε of \(epsilon)",
            at: .option("epsilon"),
            remedy: "Ask for a larger ε or δ, or train for fewer epochs or with smaller batches."
        )
    }
}
