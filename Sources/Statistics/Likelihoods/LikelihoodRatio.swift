/// The tests of LiRA on one value φ (Carlini et al. 2022, section IV, algorithm 1).
public enum LikelihoodRatio {
    /// Online: log N(φ; in) − log N(φ; out), in nats.
    ///
    /// - Returns: the value, on (−∞, ∞); nil for a φ that is not finite.
    public static func online(_ value: Double, in inside: NormalFit, out outside: NormalFit) -> Double? {
        guard value.isFinite,
            let own = NormalDistribution.logDensity(
                value,
                mean: inside.mean,
                standardDeviation: inside.standardDeviation
            ),
            let other = NormalDistribution.logDensity(
                value,
                mean: outside.mean,
                standardDeviation: outside.standardDeviation
            )
        else { return nil }
        return own - other
    }

    /// Offline, one-sided: −log Pr[N(out) > φ], in nats.
    ///
    /// It ranks as the paper's 1 − Pr[N(out) > φ] does, and keeps apart what that rounds to 1.
    ///
    /// - Returns: the value, on [0, ∞); nil for a φ that is not finite.
    public static func offline(_ value: Double, out outside: NormalFit) -> Double? {
        guard value.isFinite else { return nil }
        let z = (value - outside.mean) / outside.standardDeviation
        return -NormalDistribution.logUpperTail(z)
    }
}
