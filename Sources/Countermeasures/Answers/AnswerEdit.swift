import Foundation

/// What a hardened service leaves of a prediction vector.
public enum AnswerEdit: Sendable, Hashable {
    /// The largest confidences, the others as 0.
    case largest(Int)
    /// Confidences rounded to so many decimals.
    case rounded(decimals: Int)
    /// The softmax of the logarithms over a temperature: above 1 flatter, below 1 steeper.
    case tempered(Double)
    /// The predicted label alone, as a confidence of 1.
    case label

    /// The answer as the service gives it.
    ///
    /// - Parameter vector: confidences (K) in [0, 1].
    /// - Returns: as many values in [0, 1].
    public func applied(to vector: [Double]) -> [Double] {
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
        case .tempered(let temperature):
            let logits = vector.map { log($0) / temperature }
            guard let top = logits.max(), top.isFinite else { return vector }
            let powers = logits.map { exp($0 - top) }
            let sum = powers.reduce(0, +)
            return powers.map { $0 / sum }
        case .label:
            var result = [Double](repeating: 0, count: vector.count)
            var best = 0
            for index in vector.indices where vector[index] > vector[best] { best = index }
            if !vector.isEmpty { result[best] = 1 }
            return result
        }
    }
}
