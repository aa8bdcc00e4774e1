import Foundation
import ShadowModels

/// What a model's answers for all records of one subject say together (Liew and Takahashi 2020).
///
/// A model that has learned a person's records answers alike for all of them, and surely. So beside the mean sureness stands
/// how far the single answers are apart, which no record shows by itself. Nothing here says *which* class is answered: what
/// the target model makes of a class of the source model is another for each source model.
enum AnswerAggregate {
    /// Smallest probability whose logarithm is taken.
    private static let floor = 1e-12

    /// Numbers in an aggregate.
    static let width = 7

    /// The aggregate of some rows: the mean and spread of the largest probability; the mean entropy
    /// in nats; the mean logarithm of the ratio of the two largest; the variance around the mean vector, and that of the
    /// centred logarithms around theirs as log(1 + v); the largest value of the mean vector.
    ///
    /// - Parameters:
    ///   - answers: prediction vectors (N, K).
    ///   - rows: the subject's, at least one.
    static func values(_ answers: Answers, _ rows: [Int]) -> [Double] {
        let vectors = rows.map { Array(answers.vector($0)) }
        let logarithms = vectors.map(centred)
        let tops = vectors.map { $0.max() ?? 0 }
        let entropies = vectors.map { $0.reduce(0.0) { $1 > 0 ? $0 - $1 * log($1) : $0 } }
        let ratios = vectors.map { vector in
            let largest = vector.sorted(by: >).prefix(2).map { log(max(floor, $0)) }
            return largest.count > 1 ? largest[0] - largest[1] : 0
        }
        return [
            average(tops), variance(tops.map { [$0] }).squareRoot(), average(entropies), average(ratios),
            variance(vectors), log1p(variance(logarithms)), mean(vectors).max() ?? 0,
        ]
    }

    /// Logarithms with a mean of 0.
    private static func centred(_ vector: [Double]) -> [Double] {
        let logarithms = vector.map { log(max(floor, $0)) }
        let middle = average(logarithms)
        return logarithms.map { $0 - middle }
    }

    private static func average(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    private static func mean(_ vectors: [[Double]]) -> [Double] {
        (vectors.first ?? []).indices.map { k in average(vectors.map { $0[k] }) }
    }

    /// Summed over the places, over n − 1; 0 of a single vector.
    private static func variance(_ vectors: [[Double]]) -> Double {
        guard vectors.count > 1 else { return 0 }
        let middle = mean(vectors)
        let sum = vectors.reduce(0.0) { total, vector in
            total + zip(vector, middle).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        return sum / Double(vectors.count - 1)
    }
}
