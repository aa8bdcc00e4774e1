/// Where noise comes from that hides something.
///
/// A generator that starts at a seed can be started again: whoever finds the seed takes the noise off, and the engine's
/// generator has no more than 2³² starts.
public enum NoiseSource: Sendable, Hashable {
    /// From a seed: the same again for the same seed.
    case seed(Seed)
    /// From the system's randomness: never the same again.
    case system

    /// The source of one thing with a role and an index among its kind.
    public func derived(_ role: String, _ index: Int = 0) -> NoiseSource {
        switch self {
        case .seed(let seed): .seed(seed.derived(role, index))
        case .system: .system
        }
    }

    /// Independent draws from N(0, deviation²), on the processor whatever the device.
    ///
    /// - Throws: `TensorError.operationFailed` where the system gives no randomness.
    public func normal(deviation: Double = 1, count: Int) throws(TensorError) -> [Float] {
        switch self {
        case .seed(let seed): try TensorGenerator(seed).normal(deviation: deviation, shape: [count]).floats()
        case .system: try SystemNoise.normal(deviation: deviation, count: count)
        }
    }
}
