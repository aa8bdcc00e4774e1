/// The difference of two figures from independent samples, of which only the estimates and their intervals are known.
public enum IndependentDifference {
    /// One figure with its interval.
    public struct Estimate: Sendable, Hashable {
        /// The estimate.
        public let value: Double
        /// The lower end of its two-sided interval.
        public let low: Double
        /// The upper end.
        public let high: Double
        /// The interval's level, in (0, 1).
        public let confidence: Double

        /// Records a figure; its interval holds the estimate.
        public init(value: Double, low: Double, high: Double, confidence: Double) {
            self.value = value
            self.low = low
            self.high = high
            self.confidence = confidence
        }

        var isValid: Bool {
            [value, low, high, confidence].allSatisfy(\.isFinite) && low <= value && value <= high && confidence > 0
                && confidence < 1
        }
    }

    /// What a comparison of two figures shows.
    public struct Result: Sendable, Hashable {
        /// First minus second.
        public let difference: Double
        /// The lower end of its interval.
        public let low: Double
        /// The upper end.
        public let high: Double
        /// p-value of "no difference", two-sided, in [0, 1].
        public let p: Double
    }

    /// The difference first − second, its interval by the MOVER, and the p-value at which that interval would touch 0.
    ///
    /// L = d − √((x₁ − l₁)² + (u₂ − x₂)²), U = d + √((u₁ − x₁)² + (x₂ − l₂)²) (Zou and Donner 2008, section 2), each arm
    /// of an interval first brought to `confidence` as z standard errors. For samples that share records, whose
    /// estimates go up and down together, the interval is wider than it need be.
    ///
    /// - Parameter confidence: of the difference's interval, in (0, 1).
    /// - Returns: nil for estimates outside their intervals, levels out of range, and where neither has any spread.
    public static func test(_ first: Estimate, _ second: Estimate, confidence: Double) -> Result? {
        guard first.isValid, second.isValid, let z = quantile(confidence), let one = quantile(first.confidence),
            let two = quantile(second.confidence)
        else { return nil }
        func arm(_ a: Double, _ b: Double) -> Double { ((a / one) * (a / one) + (b / two) * (b / two)).squareRoot() }
        let below = arm(first.value - first.low, second.high - second.value)
        let above = arm(first.high - first.value, second.value - second.low)
        let difference = first.value - second.value
        let spread = difference > 0 ? below : difference < 0 ? above : max(below, above)
        guard spread > 0, let tail = NormalDistribution.cdf(-abs(difference) / spread) else { return nil }
        return Result(
            difference: difference,
            low: difference - z * below,
            high: difference + z * above,
            p: min(1, 2 * tail)
        )
    }

    private static func quantile(_ confidence: Double) -> Double? {
        guard confidence > 0, confidence < 1 else { return nil }
        return NormalDistribution.quantile((1 + confidence) / 2)
    }
}
