import AuditCore

/// A threshold of the prediction entropy per class (Song and Mittal 2021, section 3.2).
public struct EntropyThresholds: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.thresholds("entropy", calibration: .perClass)

    private let parameters: AttackParameters

    /// An attack that chooses by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// τ minus the signal; a member where that is not negative.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try SignalThresholds(signal: .entropy, rule: parameters.scoring.thresholdRule, scope: .perClass).scores(input)
    }
}
