/// The difference of two independent proportions, such as true positive rate minus false positive rate.
public enum DifferenceOfProportions {
    /// The difference first − second and its interval by the MOVER.
    ///
    /// L = p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²), U = p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²) with Clopper–Pearson ends (Zou
    /// and Donner 2008, section 2).
    ///
    /// - Parameters:
    ///   - first: successes and trials, trials positive.
    ///   - second: successes and trials, trials positive.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the difference and the ends, in [−1, 1]; nil for counts or a confidence out of range.
    public static func interval(
        first: (successes: Double, trials: Double),
        second: (successes: Double, trials: Double),
        confidence: Double
    ) -> (difference: Double, low: Double, high: Double)? {
        guard first.trials > 0, second.trials > 0,
            let one = ClopperPearson.interval(
                successes: first.successes,
                trials: first.trials,
                confidence: confidence
            ),
            let two = ClopperPearson.interval(
                successes: second.successes,
                trials: second.trials,
                confidence: confidence
            )
        else { return nil }
        let (p, q) = (first.successes / first.trials, second.successes / second.trials)
        let below = ((p - one.low) * (p - one.low) + (two.high - q) * (two.high - q)).squareRoot()
        let above = ((one.high - p) * (one.high - p) + (q - two.low) * (q - two.low)).squareRoot()
        return (p - q, max(-1, p - q - below), min(1, p - q + above))
    }
}
