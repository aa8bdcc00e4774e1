import AuditCore
import Tensors

/// The strongest of several attacks on the same records, with an interval that holds for having chosen it.
///
/// The largest of many AUCs is too large where there is nothing to find. So each is measured at the confidence at which all
/// hold together (Bonferroni: c becomes 1 − (1 − c) / looks).
struct StrongestAttack {
    /// The attacks it is chosen from: one group per attack, approach and size.
    private let candidates: [(group: MeasuredGroup, resamples: AUCResamples?)]
    /// How many AUCs are to hold together, those chosen from among them; nil for those alone.
    private let looks: Int?
    private let seed: Seed

    /// What all intervals hold at together.
    private static let jointConfidence = 0.95

    init(groups: [MeasuredGroup], looks: Int? = nil, seed: Seed) {
        candidates = groups.map { ($0, AUCResamples($0, seed: seed)) }
        self.looks = looks
        self.seed = seed
    }

    /// The confidence of each interval.
    static func confidence(looks: Int) -> Double { 1 - (1 - jointConfidence) / Double(max(1, looks)) }

    /// The attack with the largest AUC, the first of equally strong ones; nil where none has an AUC with an interval.
    ///
    /// - Parameter isAvailable: which attacks the adversary can mount.
    func leakage(
        _ adversary: TrialLeakage.Adversary,
        among isAvailable: (MeasuredGroup) -> Bool = { _ in true }
    ) -> TrialLeakage? {
        let own = candidates.filter { isAvailable($0.group) }
        let confidence = Self.confidence(looks: looks ?? own.count)
        let all = own.compactMap { group, resamples -> (group: MeasuredGroup, auc: Double, interval: Interval)? in
            let measured = AUCMeasurement(
                group: group,
                confidence: confidence,
                seed: seed,
                resamples: resamples
            ).measurement()
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
            awayFromChance: all.count { !$0.interval.covers(0.5) }
        )
    }
}
