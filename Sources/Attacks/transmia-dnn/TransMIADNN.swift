import AuditCore

/// TransMIA with a neural network per class (paper, section 4.3, L1–L3).
public struct TransMIADNN: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "transmia-dnn",
        access: [.sourceScores, .transferredWeights],
        approaches: [.baseline, .freezing, .fineTuning, .given],
        defaults: [
            ("hidden", "50, 30, 5"), ("epochs", "50"), ("batchSize", "32"),
            ("learningRate", Phrase(key: "attack.transmia-dnn.learning-rate", ["rate": .number(0.001, .full)])),
            ("weightDecay", Phrase(key: "number", ["number": .number(0.015, .full)])),
            ("networks", Phrase(key: "attack.transmia-dnn.networks", ["count": .whole(ClassAttackNetworks.parts)])),
        ],
        needsLabels: false
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The logits of the class's network.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ClassAttackNetworks(parameters: parameters, input: input).scores()
    }
}
