import AuditCore
import ShadowModels
import Statistics

extension TrialUtility {
    /// The accuracy of answers, and its difference from that of others on the same records.
    ///
    /// - Returns: nil without answers.
    init?(
        _ measure: Measure,
        _ approach: Approach,
        _ answers: Answers,
        comparedWith other: Answers?,
        confidence: Double
    ) {
        let right = Self.right(answers)
        let hits = right.count { $0 }
        guard
            let bounds = ClopperPearson.interval(
                successes: Double(hits),
                trials: Double(right.count),
                confidence: confidence
            )
        else { return nil }
        let difference = other.flatMap { Self.difference(right, Self.right($0), confidence) }
        self.init(
            measure: measure,
            approach: approach,
            accuracy: Double(hits) / Double(max(1, right.count)),
            interval: Interval(low: bounds.low, high: bounds.high, confidence: confidence),
            records: right.count,
            difference: difference?.difference,
            differenceInterval: difference.map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
        )
    }

    private static func right(_ answers: Answers) -> [Bool] {
        (0..<answers.count).map { answers.prediction($0) == answers.labels[$0] }
    }

    private static func difference(
        _ right: [Bool],
        _ other: [Bool],
        _ confidence: Double
    ) -> (difference: Double, low: Double, high: Double)? {
        guard other.count == right.count else { return nil }
        var counts = [0, 0, 0, 0]
        for row in right.indices { counts[(right[row] ? 0 : 2) + (other[row] ? 0 : 1)] += 1 }
        return PairedDifference.interval(
            both: counts[0],
            onlyFirst: counts[1],
            onlySecond: counts[2],
            neither: counts[3],
            confidence: confidence
        )
    }
}
