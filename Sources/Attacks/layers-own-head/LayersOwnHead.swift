import AuditCore

/// Transferred layers alone: how sure heads are that the adversary trains over the features of its own records.
public struct LayersOwnHead: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.layers("layers-own-head")

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// φ of the adversary's own heads, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "own-head-margin", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
