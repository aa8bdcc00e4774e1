import Foundation

/// How many records would make an interval narrow enough to decide.
public enum SampleSize {
    /// The largest answer given; beyond it the question has no practical answer.
    public static let largest = 100_000_000

    /// The number of trials from which both ends of the Clopper–Pearson interval lie nearer than a distance.
    ///
    /// - Parameters:
    ///   - proportion: the proportion expected, in [0, 1].
    ///   - halfWidth: the distance, positive.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: trials, at least 1; nil for arguments out of range or more than `largest` trials.
    public static func recordsForProportion(_ proportion: Double, halfWidth: Double, confidence: Double) -> Int? {
        guard proportion >= 0, proportion <= 1, halfWidth > 0, confidence > 0, confidence < 1 else { return nil }
        return smallest { records in
            let trials = Double(records)
            let successes = min(trials, proportion * trials)
            guard
                let ends = ClopperPearson.interval(successes: successes, trials: trials, confidence: confidence)
            else { return false }
            return max(proportion - ends.low, ends.high - proportion) < halfWidth
        }
    }

    /// The number of members, with as many non-members, from which half the width of an AUC's interval is smaller than a
    /// distance.
    ///
    /// The variance is Hanley and McNeil's (1982, equation 1): with Q₁ = A / (2 − A) and Q₂ = 2A² / (1 + A),
    /// (A(1 − A) + (n − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²)) / n².
    ///
    /// - Parameters:
    ///   - auc: the AUC expected, in (0, 1); at the ends the variance vanishes and tells nothing.
    ///   - halfWidth: the distance, positive.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: members, at least 2; nil for arguments out of range or more than `largest` members.
    public static func recordsForAUC(_ auc: Double, halfWidth: Double, confidence: Double) -> Int? {
        guard auc > 0, auc < 1, halfWidth > 0, confidence > 0, confidence < 1,
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
        else { return nil }
        let pairs = auc / (2 - auc) + 2 * auc * auc / (1 + auc) - 2 * auc * auc
        return smallest { records in
            let n = Double(records)
            let variance = (auc * (1 - auc) + (n - 1) * pairs) / (n * n)
            return z * variance.squareRoot() < halfWidth
        }.map { max(2, $0) }
    }

    /// The smallest count that is enough, by doubling and bisection.
    private static func smallest(_ isEnough: (Int) -> Bool) -> Int? {
        var high = 1
        while !isEnough(high) {
            guard high < largest else { return nil }
            high = min(2 * high, largest)
        }
        var low = high / 2
        while high - low > 1 {
            let middle = (low + high) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
