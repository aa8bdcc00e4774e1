import AuditCore

/// TransMIA with a support vector machine, against a service that rounds confidences to one decimal.
public struct HardenedRounded: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.hardened("hardened-rounded", access: .sourceScores)

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The decision values of the class's support vector machine over hardened answers.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try TransMIASVM(parameters: parameters).scores(input.hardened(.rounded(decimals: 1)))
    }
}
