import AuditCore
import Statistics

/// The AUC over shadow worlds of one run, with its interval.
///
/// Worlds share no record, so they are independent. Few as they are, DeLong's variance would vanish where they are all told
/// apart; Newcombe's interval does not. Where machines that learned from one part judge another, the AUC is the mean over
/// parts, and the interval is that of the smallest part: a mean varies at most as much as what it is the mean of.
struct AttributeMeasurement {
    let run: AttributeRun

    /// The mean AUC over parts; nil where a part has worlds of one kind only.
    let auc: Double?
    private let rich: Int
    private let poor: Int

    init(_ run: AttributeRun) {
        self.run = run
        let sides = run.sides
        let aucs = sides.compactMap { ROC.auc(members: $0.rich, nonMembers: $0.poor) }
        auc = aucs.count == sides.count ? Descriptive.mean(aucs) : nil
        rich = sides.map(\.rich.count).min() ?? 0
        poor = sides.map(\.poor.count).min() ?? 0
    }

    /// The figure at a confidence.
    ///
    /// - Parameters:
    ///   - value: of the attribute.
    ///   - share: its share in rich worlds.
    func measurement(value: String, share: Double, confidence: Double) -> Measurement {
        let ranksNobody = run.sides.allSatisfy { side in (side.rich + side.poor).allSatisfy { $0 == side.rich.first } }
        let method: Phrase
        var interval = auc.map { _ in Interval(low: 0, high: 1, confidence: confidence) }
        if ranksNobody {
            method = Phrase(key: "method.whole-range")
        } else {
            method = Phrase(key: Set(run.parts).count > 1 ? "method.attribute-parts" : "method.attribute")
            interval = auc.flatMap {
                MannWhitneyInterval.interval(auc: $0, members: rich, nonMembers: poor, confidence: confidence)
            }.map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
        }
        let worlds = Phrase(key: "note.attribute", ["share": .number(share, .percent), "value": .words(value)])
        return Measurement(
            attack: run.attack,
            approach: run.approach,
            shadowSize: run.size,
            statistic: .attributeAUC,
            value: auc,
            interval: interval,
            method: method,
            members: run.isRich.count { $0 },
            nonMembers: run.isRich.count { !$0 },
            note: ranksNobody ? .sentences([worlds, MeasuredGroup.emptyNote]) : worlds
        )
    }

    /// One-sided p-value of "the AUC does not exceed 0.5": the normal approximation of the Mann–Whitney statistic of the
    /// smallest part, of variance (m + n + 1) / (12 m n).
    var pValue: Double {
        guard let auc, rich > 0, poor > 0 else { return 1 }
        let (m, n) = (Double(rich), Double(poor))
        return 1 - (NormalDistribution.cdf((auc - 0.5) / ((m + n + 1) / (12 * m * n)).squareRoot()) ?? 0)
    }
}
