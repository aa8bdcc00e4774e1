import Foundation
import ShadowModels

/// What a hardened service leaves of its answers.
enum AnswerHardening: Sendable {
    /// The largest confidences, the others as 0.
    case largest(Int)
    /// Confidences rounded to so many decimals.
    case rounded(decimals: Int)
    /// The predicted label alone.
    case label

    /// The answers as the service gives them, still (N, K).
    func applied(to answers: Answers) -> Answers {
        var vectors: [Double] = []
        vectors.reserveCapacity(answers.vectors.count)
        for row in 0..<answers.count { vectors += applied(to: answers, row) }
        return Answers(vectors: vectors, classes: answers.classes, labels: answers.labels)
    }

    private func applied(to answers: Answers, _ row: Int) -> [Double] {
        let vector = Array(answers.vector(row))
        switch self {
        case .largest(let count):
            // Of equal confidences the first classes stay.
            let kept = vector.indices.sorted { (vector[$1], $0) < (vector[$0], $1) }.prefix(count)
            var result = [Double](repeating: 0, count: vector.count)
            for index in kept { result[index] = vector[index] }
            return result
        case .rounded(let decimals):
            let scale = pow(10, Double(decimals))
            return vector.map { ($0 * scale).rounded() / scale }
        case .label:
            var result = [Double](repeating: 0, count: vector.count)
            if !vector.isEmpty { result[answers.prediction(row)] = 1 }
            return result
        }
    }
}

extension AttackInput {
    /// The same attack on a service that hardens its answers: the adversary hardens those of the shadow models alike.
    func hardened(_ hardening: AnswerHardening) throws(AttackError) -> AttackInput {
        try check()
        return replacing(
            queries: hardening.applied(to: queries),
            shadows: shadows.map { shadow in
                ShadowAnswers(
                    members: hardening.applied(to: shadow.members),
                    nonMembers: hardening.applied(to: shadow.nonMembers),
                    records: shadow.records
                )
            }
        )
    }
}
