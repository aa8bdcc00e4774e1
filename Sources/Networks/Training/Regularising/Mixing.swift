import Foundation
import Tensors

/// Weighted sums of pairs of records, which a network is trained on in place of the records (Zhang et al. 2018, section 2).
struct Mixing {
    /// α of the Beta(α, α) distribution the weight is drawn from.
    let alpha: Double

    /// One batch: λ·x + (1 − λ)·x′ with x′ the same records in another order, and what each of both losses counts.
    ///
    /// - Returns: the mixed batch, which place each record's partner has, and λ.
    func mixed(
        _ x: Tensor,
        _ generator: inout SeededGenerator
    ) throws(TensorError) -> (x: Tensor, partners: [Int], share: Double) {
        let share = weight(&generator)
        let partners = generator.permutation(x.shape[0])
        let others = try x.selecting(Tensor(partners, device: x.device))
        return (try x.multiplying(share).adding(others.multiplying(1 - share)), partners, share)
    }

    /// A draw from Beta(α, α): of two powers of uniform numbers, those that sum to at most 1 are kept (Jöhnk 1964).
    func weight(_ generator: inout SeededGenerator) -> Double {
        while true {
            let first = pow(Double.random(in: 0..<1, using: &generator), 1 / alpha)
            let second = pow(Double.random(in: 0..<1, using: &generator), 1 / alpha)
            let sum = first + second
            if sum > 0, sum <= 1 { return first / sum }
        }
    }
}
