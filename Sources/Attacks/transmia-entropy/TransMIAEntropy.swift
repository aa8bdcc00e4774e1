import AuditCore
import Statistics

/// TransMIA with a threshold on the modified prediction entropy per class (paper, section 4.3, E1–E3).
public struct TransMIAEntropy: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-entropy",
        title: "TransMIA, modified prediction entropy",
        sentence: "Chooses on shadow models, for each class, the threshold of the modified prediction entropy that "
            + "decides most records rightly, and calls records below it members.",
        reference: "Hidano, Murakami, Kawamoto 2020 (arXiv 2011.14661), section 4.3 (E1–E3); "
            + "Song & Mittal 2021, section 3.2",
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning],
        smallestSample: 100,
        score: "τ_y − mpe, on [−∞, ∞], in nats",
        defaults: [("threshold", "smallest observed value with most right decisions")]
    )

    /// An attack; the thresholds take none of the parameters.
    public init(parameters: AttackParameters) {}

    /// τ_y − mpe(f(x), y); a member when the modified prediction entropy does not exceed the class's threshold.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let table = try AttackTable(input)
        let shadowEntropy = Self.entropies(table.answers.vectors, table.answers.classes, table.answers.labels)
        let entropy = Self.entropies(input.queries.vectors, input.queries.classes, input.queries.labels)
        let thresholds = table.rows(classes: input.classes).map { rows in
            ThresholdChoice.mostRightDecisions(
                members: rows.filter { table.isMember[$0] }.map { shadowEntropy[$0] },
                nonMembers: rows.filter { !table.isMember[$0] }.map { shadowEntropy[$0] }
            )?.threshold ?? -.infinity
        }
        return .deciding(
            Self.scores(entropy, input.queries.labels, thresholds),
            shadowScores: Self.scores(shadowEntropy, table.answers.labels, thresholds),
            isMember: table.isMember,
            threshold: 0
        )
    }

    private static func entropies(_ vectors: [Double], _ classes: Int, _ labels: [Int]) -> [Double] {
        ModifiedPredictionEntropy.values(predictions: vectors, classes: classes, labels: labels)
            ?? Array(repeating: .infinity, count: labels.count)
    }

    /// τ_y − mpe; at the threshold itself 0, also where both are infinite.
    private static func scores(_ entropy: [Double], _ labels: [Int], _ thresholds: [Double]) -> [Double] {
        zip(entropy, labels).map { value, label in
            value == thresholds[label] ? 0 : thresholds[label] - value
        }
    }
}
