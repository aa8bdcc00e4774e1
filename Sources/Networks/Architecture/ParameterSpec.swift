/// One parameter of a layer.
public struct ParameterSpec: Sendable, Hashable {
    /// How a fresh parameter is drawn.
    public enum Initializer: Sendable, Hashable {
        /// All zeros.
        case zeros
        /// All ones.
        case ones
        /// All the same number.
        case constant(Double)
        /// Uniform on ±√(6 / (fanIn + fanOut)) (Glorot & Bengio 2010), Keras's default for kernels.
        case glorotUniform(fanIn: Int, fanOut: Int)
        /// Normal with standard deviation √(2 / fanIn) (He et al. 2015).
        case heNormal(fanIn: Int)
        /// Uniform on ±limit.
        case uniform(limit: Double)
        /// Orthonormal rows or columns, whichever are fewer (Saxe et al. 2014), Keras's default for recurrent kernels.
        case orthogonal
        /// Ones at these places of a vector, zeros elsewhere.
        case onesWithin(Range<Int>)
    }

    /// The name Keras gives it, such as `kernel`.
    public let name: String
    /// The shape as the engine keeps it.
    public let shape: [Int]
    /// Whether training changes it by gradients (moving statistics are not trained).
    public let isTrainable: Bool
    /// How a fresh one is drawn.
    public let initializer: Initializer

    /// Describes a parameter.
    public init(_ name: String, _ shape: [Int], isTrainable: Bool = true, _ initializer: Initializer) {
        self.name = name
        self.shape = shape
        self.isTrainable = isTrainable
        self.initializer = initializer
    }
}
