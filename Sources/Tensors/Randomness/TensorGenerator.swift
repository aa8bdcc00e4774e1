import CTorch

/// The engine's seeded source of random tensors; values are drawn on the CPU whatever the device.
public final class TensorGenerator {
    let box: ct_generator

    /// Starts at a seed.
    public init(_ seed: Seed) { box = ct_generator_new(seed.value) }

    deinit { ct_generator_free(box) }

    /// Independent draws from a normal distribution.
    public func normal(mean: Double = 0, deviation: Double = 1, shape: [Int]) throws(TensorError) -> Tensor {
        try .make("normal draws", ct_normal(box, mean, deviation, shape.int64, Int32(shape.count)))
    }

    /// Independent draws from a uniform distribution on [low, high).
    public func uniform(low: Double = 0, high: Double = 1, shape: [Int]) throws(TensorError) -> Tensor {
        try .make("uniform draws", ct_uniform(box, low, high, shape.int64, Int32(shape.count)))
    }
}
