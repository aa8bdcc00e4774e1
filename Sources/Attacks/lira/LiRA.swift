import AuditCore

/// LiRA with shadow models trained on the audited records, too (Carlini et al. 2022, section IV).
///
/// Over shadow models that use the transferred layers it is transfer LiRA.
public struct LiRA: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.references(
        "lira",
        isOnline: true,
        defaults: [("variance", Phrase(key: "attack.lira.variance"))]
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The log-likelihood ratio of φ; a member from the threshold on that tells the shadow models' members best.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let references = try input.checkedReferences(isOnline: true)
        let judge = LikelihoodJudge(references, parameters.scoring)
        return ReferenceAttack(references, judge, parameters.scoring).scores(input)
    }
}
