import AuditCore
import Statistics
import Tensors

/// Figures of the scores as a ranking: AUC and TPR at fixed FPR.
struct RankingMeasurements {
    let group: MeasuredGroup
    let confidence: Double
    let seed: Seed

    /// AUC, over records and over subjects where they are named, and the TPR-at-FPR figures.
    func all() -> [Measurement] {
        [AUCMeasurement(group: group, confidence: confidence, seed: seed).measurement()]
            + [SubjectMeasurement(group: group, confidence: confidence).measurement()].compactMap(\.self)
            + [Statistic.tprAt10, .tprAt1, .tprAt01].compactMap(truePositiveRate)
    }

    private func truePositiveRate(_ statistic: Statistic) -> Measurement? {
        guard let rate = statistic.falsePositiveRate else { return nil }
        let found = group.runs.compactMap {
            ROC.truePositiveRate(
                atFalsePositiveRate: rate,
                members: group.members($0),
                nonMembers: group.nonMembers($0)
            )
        }
        guard found.count == group.runs.count else {
            let needed = ROC.recordsToIdentify(falsePositiveRate: rate)
            return group.measurement(
                statistic,
                [],
                interval: nil,
                method: Phrase(key: "method.roc"),
                note: Phrase(
                    key: "note.not-identifiable",
                    ["count": .whole(group.book.nonMembers), "needed": .whole(needed)]
                )
            )
        }
        guard !group.ranksNobody else {
            return group.measurement(
                statistic,
                found.map(\.rate),
                interval: Interval(low: 0, high: 1, confidence: confidence),
                method: Phrase(key: "method.whole-range"),
                note: MeasuredGroup.emptyNote
            )
        }
        let bounds = TPRAtFPRInterval.interval(
            atFalsePositiveRate: rate,
            runs: group.runs.map { (members: group.members($0), nonMembers: group.nonMembers($0)) },
            confidence: confidence
        )
        return group.measurement(
            statistic,
            found.map(\.rate),
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: confidence) },
            method: Phrase(key: "method.tpr-at-fpr"),
            note: group.clusterNote
        )
    }
}
