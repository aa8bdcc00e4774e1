/// The unweighted mean of the proportions of several strata, such as an accuracy averaged over classes.
public enum MeanOfProportions {
    /// The mean and its interval by the MOVER.
    ///
    /// L = p̄ − √Σ w²(p_c − l_c)², U = p̄ + √Σ w²(u_c − p_c)² with w = 1 / K over the K strata and l_c, u_c the
    /// Clopper–Pearson ends (Zou and Donner 2008, section 2); with one stratum it is the Clopper–Pearson interval.
    ///
    /// - Parameters:
    ///   - strata: successes and trials of each stratum (K of them); trials must be positive, for a stratum without
    ///     trials has no proportion and is for the caller to leave out and to count.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the mean and the ends, in [0, 1]; nil without strata, for a stratum without trials, or out of range.
    public static func interval(
        _ strata: [(successes: Double, trials: Double)],
        confidence: Double
    ) -> (mean: Double, low: Double, high: Double)? {
        guard !strata.isEmpty else { return nil }
        let weight = 1 / Double(strata.count)
        var (mean, below, above) = (0.0, 0.0, 0.0)
        for (successes, trials) in strata {
            guard trials > 0,
                let ends = ClopperPearson.interval(successes: successes, trials: trials, confidence: confidence)
            else { return nil }
            let proportion = successes / trials
            mean += weight * proportion
            below += weight * weight * (proportion - ends.low) * (proportion - ends.low)
            above += weight * weight * (ends.high - proportion) * (ends.high - proportion)
        }
        return (mean, max(0, mean - below.squareRoot()), min(1, mean + above.squareRoot()))
    }
}
