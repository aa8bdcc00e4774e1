import Foundation
import ShadowModels
import Statistics

/// A statistic of one answer; lower means more likely a member.
enum AnswerSignal: Sendable {
    /// −log p_y, in [0, ∞], in nats (Yeom et al. 2018, section 3.2).
    case loss
    /// 1 − p_y, in [0, 1] (Salem et al. 2019; Song and Mittal 2021, section 3.2).
    case doubt
    /// −Σ p log p, in [0, log K], in nats (Song and Mittal 2021, section 3.2).
    case entropy
    /// Modified prediction entropy, in [0, ∞], in nats (Song and Mittal 2021, section 3.2).
    case modifiedEntropy

    /// The values of N answers.
    ///
    /// - Throws: `AttackError.shapeMismatch` where the model has no answer for a label.
    func values(_ answers: Answers) throws(AttackError) -> [Double] {
        guard answers.labels.allSatisfy({ (0..<answers.classes).contains($0) }) else { throw Self.lacksLabels(answers) }
        return switch self {
        case .loss: answers.labels.enumerated().map { -log(answers.vectors[$0 * answers.classes + $1]) }
        case .doubt:
            // The sum of the others keeps its digits where p_y is next to 1.
            answers.labels.enumerated().map { row, label in
                answers.vector(row).enumerated().reduce(0) { $1.offset == label ? $0 : $0 + $1.element }
            }
        case .entropy:
            (0..<answers.count).map { row in answers.vector(row).reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 } }
        case .modifiedEntropy:
            try modifiedEntropies(answers)
        }
    }

    private func modifiedEntropies(_ answers: Answers) throws(AttackError) -> [Double] {
        guard
            let values = ModifiedPredictionEntropy.values(
                predictions: answers.vectors,
                classes: answers.classes,
                labels: answers.labels
            )
        else { throw Self.lacksLabels(answers) }
        return values
    }

    private static func lacksLabels(_ answers: Answers) -> AttackError {
        AttackError(
            .shapeMismatch,
            "the model answers \(answers.classes) values, which leaves some labels without one",
            remedy: "Run this attack on the source model: the target model has classes of its own."
        )
    }
}
