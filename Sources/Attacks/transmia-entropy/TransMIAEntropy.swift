import AuditCore
import ShadowModels
import Statistics

/// TransMIA with a threshold on the modified prediction entropy per class (paper, section 4.3, E1–E3).
public struct TransMIAEntropy: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-entropy",
        title: Phrase(key: "attack.transmia-entropy.title"),
        sentence: Phrase(key: "attack.transmia-entropy.sentence"),
        reference: Phrase(key: "attack.transmia-entropy.reference"),
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning],
        smallestSample: 100,
        score: Phrase(key: "attack.transmia-entropy.score"),
        defaults: [("threshold", Phrase(key: "attack.transmia-entropy.threshold"))]
    )

    /// An attack; the thresholds take none of the parameters.
    public init(parameters: AttackParameters) {}

    /// τ_y − mpe(f(x), y); a member when the modified prediction entropy does not exceed the class's threshold.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let table = try AttackTable(input)
        let shadowEntropy = try Self.entropies(table.answers)
        let entropy = try Self.entropies(input.queries)
        let rows = table.rows(classes: input.classes)
        let thresholds = rows.map { Self.threshold(table, shadowEntropy, $0) }
        // What the rule is worth on records it was not made for: half of them judged by the thresholds of the others.
        let parts = table.parts(2, input.seed)
        let others = (0..<2).map { part in
            rows.map { Self.threshold(table, shadowEntropy, $0.filter { parts[$0] != part }) }
        }
        let heldOut = Array(0..<table.answers.count)
        return .deciding(
            zip(entropy, input.queries.labels).map { Self.score($0, thresholds[$1]) },
            heldOut: heldOut,
            heldOutScores: heldOut.map { Self.score(shadowEntropy[$0], others[parts[$0]][table.answers.labels[$0]]) },
            table
        )
    }

    /// τ_y over some shadow records; −∞, which calls nobody a member, without any.
    private static func threshold(_ table: AttackTable, _ entropy: [Double], _ rows: [Int]) -> Double {
        ThresholdChoice.mostRightDecisions(
            members: rows.filter { table.isMember[$0] }.map { entropy[$0] },
            nonMembers: rows.filter { !table.isMember[$0] }.map { entropy[$0] }
        )?.threshold ?? -.infinity
    }

    private static func entropies(_ answers: Answers) throws(AttackError) -> [Double] {
        guard
            let values = ModifiedPredictionEntropy.values(
                predictions: answers.vectors,
                classes: answers.classes,
                labels: answers.labels
            )
        else {
            throw AttackError(
                .shapeMismatch,
                "the model answers \(answers.classes) values, which leaves some labels without one",
                remedy: "Run this attack on the source model: the target model has classes of its own."
            )
        }
        return values
    }

    /// τ_y − mpe; at the threshold itself 0, also where both are infinite.
    private static func score(_ entropy: Double, _ threshold: Double) -> Double {
        entropy == threshold ? 0 : threshold - entropy
    }
}
