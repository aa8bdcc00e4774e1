import AuditCore

/// RMIA with shadow models that never saw the audited records (Zarifzadeh et al. 2024, section 3).
///
/// Over shadow models that use the transferred layers it is transfer RMIA.
public struct OfflineRMIA: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.references(
        "rmia-offline",
        isOnline: false,
        defaults: [
            ("gamma", Phrase(key: "number", ["number": .number(2, .full)])),
            ("temperature", Phrase(key: "number", ["number": .number(2, .full)])),
            ("a", Phrase(key: "number", ["number": .number(0.3, .full)])),
        ]
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The share of other records that the record's gain in confidence exceeds γ times.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let references = try input.checkedReferences(isOnline: false)
        let judge = RelativeJudge(references, parameters.scoring)
        return ReferenceAttack(references, judge, parameters.scoring).scores(input)
    }
}
