import AuditCore

/// One threshold of the modified prediction entropy for every record (Song and Mittal 2021, section 3.2).
public struct ModifiedEntropyGlobalThreshold: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.thresholds("modified-entropy-global", calibration: .global)

    private let parameters: AttackParameters

    /// An attack that chooses by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// τ minus the signal; a member where that is not negative.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try SignalThresholds(signal: .modifiedEntropy, rule: parameters.scoring.thresholdRule, scope: .global).scores(
            input
        )
    }
}
