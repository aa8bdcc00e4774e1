import AuditCore
import Statistics
import Tensors

/// Shuffles who is a member: whatever the scores are, their AUC must then be at chance, and the intervals must say so.
enum PermutedLabels {
    /// Shuffles per check.
    static let permutations = 200

    /// Holds the intervals of the AUC against 200 shuffles of membership, over the scores of one run per attack.
    static func check(_ book: ScoreBook, confidence: Double, seed: Seed) -> ValidityCheck {
        let runs = book.groups.filter { !MeasuredGroup([$0[0]], in: book).ranksNobody }.map { $0[0] }
        guard !runs.isEmpty, book.members > 1, book.nonMembers > 1 else {
            return ValidityCheck(
                id: "permuted-labels",
                title: Phrase(key: "check.permuted-labels"),
                result: .notRun,
                sentence: Phrase(key: "check.permuted-labels-nothing")
            )
        }
        var covered = 0
        var total = 0.0
        for index in 0..<permutations {
            let run = runs[index % runs.count]
            var generator = seed.derived("permuted-labels", index).generator
            let order = generator.permutation(run.scores.scores.count)
            let scores = order.map { run.scores.scores[$0] }
            let interval = DeLong.interval(
                members: Array(scores[..<book.members]),
                nonMembers: Array(scores[book.members...]),
                confidence: confidence
            )
            guard let interval else { continue }
            total += interval.auc
            if Interval(low: interval.low, high: interval.high, confidence: confidence).covers(0.5) { covered += 1 }
        }
        let share = Double(covered) / Double(permutations)
        let bounds = ClopperPearson.interval(
            successes: Double(covered),
            trials: Double(permutations),
            confidence: 0.999
        )
        // The coverage must be consistent with the level it claims; only too little of it is a fault.
        let isRight = (bounds?.high ?? 0) >= confidence
        return ValidityCheck(
            id: "permuted-labels",
            title: Phrase(key: "check.permuted-labels"),
            result: isRight ? .pass : .fail,
            sentence: Phrase(
                key: isRight ? "check.permuted-labels-pass" : "check.permuted-labels-fail",
                [
                    "count": .count(permutations), "auc": .number(total / Double(permutations), .short),
                    "share": .number(share, .percent), "confidence": .number(confidence, .confidence),
                    "chance": .number(0.5, .full),
                ]
            ),
            value: share,
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: 0.999) }
        )
    }
}
