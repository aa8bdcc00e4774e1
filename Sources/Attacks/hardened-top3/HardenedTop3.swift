import AuditCore

/// TransMIA with a support vector machine, against a service that shows its three largest confidences.
public struct HardenedTop3: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.hardened("hardened-top3", access: .sourceScores)

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The decision values of the class's support vector machine over hardened answers.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try TransMIASVM(parameters: parameters).scores(input.hardened(.largest(3)))
    }
}
