import Attacks
import Statistics
import Tensors

/// What becomes of an attack's AUC when nothing changes but chance: the ground of the split of its uncertainty.
public struct AttackVariants: Sendable, Hashable {
    /// AUCs of the same attack on the same shadow models, with other seeds; empty where it was not repeated.
    public let retrained: [Double]
    /// AUCs without each part of the shadow models; empty where there are repeats, or too few models.
    public let without: [Double]
    /// Whether other seeds can change its scores at all.
    public let isTrained: Bool

    /// Records what was seen.
    public init(retrained: [Double], without: [Double], isTrained: Bool) {
        self.retrained = retrained
        self.without = without
        self.isTrained = isTrained
    }

    /// Repeats an attack with other seeds and without parts of its shadow models.
    ///
    /// - Parameters:
    ///   - members: how many of the queries are members; they stand first.
    ///   - hasRepeats: whether the attack is repeated with fresh shadow data anyway.
    ///   - retrainings: with how many other seeds.
    static func of(
        _ attack: any Attack.Type,
        _ input: AttackInput,
        members: Int,
        hasRepeats: Bool,
        retrainings: Int,
        parameters: AttackParameters
    ) throws -> AttackVariants {
        func auc(_ input: AttackInput) throws -> Double? {
            let scores = try attack.init(parameters: parameters).scores(input).scores
            return ROC.auc(members: Array(scores[..<members]), nonMembers: Array(scores[members...]))
        }
        let isTrained = attack is any TrainedAttack.Type
        let seeds = isTrained ? (0..<retrainings).map { input.seed.derived("retraining", $0) } : []
        let parts = hasRepeats ? [] : input.withoutParts()
        return AttackVariants(
            retrained: try seeds.compactMap { try auc(input.reseeded($0)) },
            without: try parts.compactMap(auc),
            isTrained: isTrained
        )
    }
}
