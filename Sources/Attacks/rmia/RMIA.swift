import AuditCore

/// RMIA with shadow models trained on the audited records, too (Zarifzadeh et al. 2024, section 3).
///
/// Over shadow models that use the transferred layers it is transfer RMIA.
public struct RMIA: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.references(
        "rmia",
        isOnline: true,
        defaults: [
            ("gamma", Phrase(key: "number", ["number": .number(2, .full)])),
            ("temperature", Phrase(key: "number", ["number": .number(2, .full)])),
        ]
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The share of other records that the record's gain in confidence exceeds γ times.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let references = try input.checkedReferences(isOnline: true)
        let judge = RelativeJudge(references, parameters.scoring)
        return ReferenceAttack(references, judge, parameters.scoring).scores(input)
    }
}
