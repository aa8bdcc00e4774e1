import Tensors

/// Which units take part in each step: each on its own with the same probability, as the accounting of the subsampled
/// Gaussian mechanism assumes (Abadi et al. 2016, section 3.1; Mironov, Talwar and Zhang 2019, section 3).
///
/// Batches are therefore of different sizes, and can be empty.
public struct PoissonSampling: Sendable, Hashable {
    /// N, the number of units, at least 1.
    public let units: Int
    /// q = min(1, B / N), the probability of a unit in a step.
    public let rate: Double
    /// T = ⌈E·N / B⌉, the number of steps.
    public let steps: Int

    /// Plans the steps of a recipe.
    ///
    /// - Parameters:
    ///   - units: N, at least 1.
    ///   - batchSize: B, the units a step takes on average, at least 1; N where there are fewer.
    ///   - epochs: E.
    public init(units: Int, batchSize: Int, epochs: Int) {
        let batch = max(1, min(batchSize, units))
        self.units = units
        rate = Double(batch) / Double(max(1, units))
        steps = (epochs * units + batch - 1) / batch
    }

    /// q·N, by which a step's noisy sum is divided: the number of units sampled would say who took part.
    public var expectedCount: Double { rate * Double(units) }

    /// The units of one step, ascending.
    public func drawn(step: Int, seed: Seed) -> [Int] {
        var generator = seed.derived("sample", step).generator
        return (0..<units).filter { _ in Double.random(in: 0..<1, using: &generator) < rate }
    }
}
