/// The exact (Clopper–Pearson) interval of a binomial proportion.
///
/// Lower end BetaInv(α′; k, n − k + 1), upper end BetaInv(1 − α′; k + 1, n − k) for k successes in n trials (Clopper and
/// Pearson 1934). Counts may be fractional (averages over repeats), for which the same quantiles are taken.
public enum ClopperPearson {
    /// The two-sided interval, with (1 − confidence) / 2 on each side.
    ///
    /// - Parameters:
    ///   - successes: k, in 0…trials.
    ///   - trials: n, from 0 to 1e10; 0 gives (0, 1).
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the ends, in [0, 1]; nil for counts or a confidence out of range.
    public static func interval(successes: Double, trials: Double, confidence: Double) -> (low: Double, high: Double)? {
        let alpha = (1 - confidence) / 2
        guard confidence > 0, confidence < 1, let low = lower(successes: successes, trials: trials, alpha: alpha),
            let high = upper(successes: successes, trials: trials, alpha: alpha)
        else { return nil }
        return (low, high)
    }

    /// The one-sided lower bound: the proportion is below it in at most a share α of samples.
    ///
    /// - Parameters:
    ///   - successes: k, in 0…trials; 0 gives 0.
    ///   - trials: n, from 0 to 1e10.
    ///   - alpha: in (0, 1).
    /// - Returns: the bound, in [0, 1]; nil for counts or an α out of range.
    public static func lower(successes: Double, trials: Double, alpha: Double) -> Double? {
        guard areCounts(successes, trials), alpha > 0, alpha < 1 else { return nil }
        return successes == 0 ? 0 : BetaDistribution.quantile(alpha, successes, trials - successes + 1)
    }

    /// The one-sided upper bound: the proportion is above it in at most a share α of samples.
    ///
    /// - Parameters:
    ///   - successes: k, in 0…trials; equal to trials gives 1.
    ///   - trials: n, from 0 to 1e10.
    ///   - alpha: in (0, 1).
    /// - Returns: the bound, in [0, 1]; nil for counts or an α out of range.
    public static func upper(successes: Double, trials: Double, alpha: Double) -> Double? {
        guard areCounts(successes, trials), alpha > 0, alpha < 1 else { return nil }
        return successes == trials ? 1 : BetaDistribution.upperQuantile(alpha, successes + 1, trials - successes)
    }

    static func areCounts(_ successes: Double, _ trials: Double) -> Bool {
        trials.isFinite && successes >= 0 && successes <= trials
    }
}
