/// The strongest attack of one kind of adversary against a hardened model.
public struct TrialLeakage: Sendable, Hashable {
    /// What an adversary has.
    public enum Adversary: String, Sendable, Hashable, CaseIterable {
        /// Whatever the audit's attacks take.
        case any
        /// The transferred layers or the whole model, and no answers of a service.
        case layersAlone = "layers-alone"
        /// The answers of the source model's service, and no layers.
        case answersAlone = "answers-alone"
    }

    /// What the adversary has.
    public let adversary: Adversary
    /// The attack with the largest AUC.
    public let attack: String
    /// How its shadow models used the transferred layers.
    public let approach: Approach
    /// Area under its ROC curve, in [0, 1].
    public let auc: Double
    /// Its interval, which holds together with those of the other attacks it was chosen from.
    public let interval: Interval
    /// How many AUCs it was chosen from, from 1: one per attack, approach and shadow training-set size.
    public let attacks: Int
    /// How many of them have an interval that leaves out 0.5, at the same confidence.
    public let awayFromChance: Int

    /// Records the strongest attack.
    public init(
        adversary: Adversary,
        attack: String,
        approach: Approach,
        auc: Double,
        interval: Interval,
        attacks: Int,
        awayFromChance: Int
    ) {
        self.adversary = adversary
        self.attack = attack
        self.approach = approach
        self.auc = auc
        self.interval = interval
        self.attacks = attacks
        self.awayFromChance = awayFromChance
    }
}
