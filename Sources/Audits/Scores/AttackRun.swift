import Attacks
import AuditCore

/// One attack under one approach, shadow size and repeat, with what it said of every audited record.
public struct AttackRun: Sendable {
    /// The attack's id.
    public let attack: String
    /// How the shadow models (for `target-blackbox-dnn`: the recipient) used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set; 0 where there is no shadow model.
    public let size: Int
    /// Which repeat, from 1.
    public let turn: Int
    /// Scores and decisions, in the order of the audited records.
    public let scores: AttackScores
    /// Processor time of the attack itself, in core-seconds.
    public let coreSeconds: Double
    /// What chance alone makes of it; nil where that was not tried.
    public let variants: AttackVariants?

    /// Records one run.
    public init(
        attack: String,
        approach: Approach,
        size: Int,
        turn: Int,
        scores: AttackScores,
        coreSeconds: Double,
        variants: AttackVariants? = nil
    ) {
        self.attack = attack
        self.approach = approach
        self.size = size
        self.turn = turn
        self.scores = scores
        self.coreSeconds = coreSeconds
        self.variants = variants
    }
}
