import AuditCore

/// LiRA with shadow models that never saw the audited records, one-sided (Carlini et al. 2022, section IV).
///
/// Over shadow models that use the transferred layers it is transfer LiRA.
public struct OfflineLiRA: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.references(
        "lira-offline",
        isOnline: false,
        defaults: [("variance", Phrase(key: "attack.lira.variance"))]
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// −log Pr[N(out) > φ]; a member from the threshold on that tells the shadow models' members best.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let references = try input.checkedReferences(isOnline: false)
        let judge = LikelihoodJudge(references, parameters.scoring)
        return ReferenceAttack(references, judge, parameters.scoring).scores(input)
    }
}
