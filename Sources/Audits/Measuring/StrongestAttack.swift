import AuditCore
import Tensors

/// The strongest of several attacks on the same records, with an interval that holds for having chosen it.
///
/// The largest of many AUCs is too large where there is nothing to find. So each is measured at the confidence at which all
/// hold together (Bonferroni: c becomes 1 − (1 − c) / looks).
struct StrongestAttack {
    /// The attacks it is chosen from: one group per attack, approach and size.
    let groups: [MeasuredGroup]
    /// How many AUCs are to hold together, these among them.
    let looks: Int
    let seed: Seed

    /// What all intervals hold at together.
    private static let jointConfidence = 0.95

    /// The confidence of each interval.
    static func confidence(looks: Int) -> Double { 1 - (1 - jointConfidence) / Double(max(1, looks)) }

    /// The attack with the largest AUC, the first of equally strong ones; nil where none has an AUC with an interval.
    func leakage(_ adversary: TrialLeakage.Adversary) -> TrialLeakage? {
        let confidence = Self.confidence(looks: looks)
        let all = groups.compactMap { group -> (group: MeasuredGroup, auc: Double, interval: Interval)? in
            let measured = AUCMeasurement(group: group, confidence: confidence, seed: seed).measurement()
            guard let auc = measured.value, let interval = measured.interval else { return nil }
            return (group, auc, interval)
        }
        guard let largest = all.map(\.auc).max(), let worst = all.first(where: { $0.auc == largest }) else {
            return nil
        }
        return TrialLeakage(
            adversary: adversary,
            attack: worst.group.attack,
            approach: worst.group.approach,
            auc: worst.auc,
            interval: worst.interval,
            attacks: all.count,
            awayFromChance: all.count { $0.interval.low > 0.5 || $0.interval.high < 0.5 }
        )
    }
}
