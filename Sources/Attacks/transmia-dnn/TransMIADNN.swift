import AuditCore

/// TransMIA with a neural network per class (paper, section 4.3, L1–L3).
public struct TransMIADNN: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-dnn",
        title: Phrase(key: "attack.transmia-dnn.title"),
        sentence: Phrase(key: "attack.transmia-dnn.sentence"),
        reference: Phrase(key: "attack.transmia-dnn.reference"),
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning, .given],
        smallestSample: 100,
        score: Phrase(key: "attack.transmia-dnn.score"),
        defaults: [
            ("hidden", "50, 30, 5"), ("epochs", "50"), ("batchSize", "32"),
            ("learningRate", Phrase(key: "attack.transmia-dnn.learning-rate", ["rate": .number(0.001, .full)])),
            ("weightDecay", Phrase(key: "number", ["number": .number(0.015, .full)])),
            ("starts", Phrase(key: "attack.transmia-dnn.starts", ["count": .whole(2)])),
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
