/// The difference of two proportions of the same records, such as the accuracies of two models on one test set.
public enum PairedDifference {
    /// The difference first − second and its interval from the two Wilson intervals and the correlation of the pairs
    /// (Newcombe 1998, method 10).
    ///
    /// - Parameters:
    ///   - both: records right in both.
    ///   - onlyFirst: records right in the first alone.
    ///   - onlySecond: records right in the second alone.
    ///   - neither: records right in none.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the difference and the ends, in [−1, 1]; nil without records, for negative counts, or a confidence out of
    ///   range.
    public static func interval(
        both: Int,
        onlyFirst: Int,
        onlySecond: Int,
        neither: Int,
        confidence: Double
    ) -> (difference: Double, low: Double, high: Double)? {
        let count = both + onlyFirst + onlySecond + neither
        guard count > 0, [both, onlyFirst, onlySecond, neither].allSatisfy({ $0 >= 0 }),
            let one = wilson(both + onlyFirst, count, confidence),
            let two = wilson(both + onlySecond, count, confidence)
        else { return nil }
        let phi = correlation(Double(both), Double(onlyFirst), Double(onlySecond), Double(neither))
        let difference = one.share - two.share
        let below = distance(one.share - one.low, two.high - two.share, phi)
        let above = distance(one.high - one.share, two.share - two.low, phi)
        return (difference, max(-1, difference - below), min(1, difference + above))
    }

    private static func distance(_ first: Double, _ second: Double, _ phi: Double) -> Double {
        max(0, first * first - 2 * phi * first * second + second * second).squareRoot()
    }

    /// φ, with Newcombe's correction for continuity where it is positive.
    private static func correlation(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
        let margins = ((a + b) * (c + d) * (a + c) * (b + d)).squareRoot()
        guard margins > 0 else { return 0 }
        let product = a * d - b * c
        return (product > 0 ? max(0, product - (a + b + c + d) / 2) : product) / margins
    }

    /// A share and its interval by the score test (Wilson 1927).
    private static func wilson(
        _ successes: Int,
        _ count: Int,
        _ confidence: Double
    ) -> (share: Double, low: Double, high: Double)? {
        guard confidence > 0, confidence < 1, let z = NormalDistribution.quantile(0.5 + confidence / 2) else {
            return nil
        }
        let (n, share) = (Double(count), Double(successes) / Double(count))
        let middle = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return (share, max(0, (middle - reach) / scale), min(1, (middle + reach) / scale))
    }
}
