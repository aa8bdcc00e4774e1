import Tensors

/// What one kind of layer computes: a value without state; parameters are passed in.
///
/// Being values, architectures cross threads freely; tensors stay with the `Network` that owns them.
public protocol Layer: Sendable {
    /// The parameters in order, trainable and not, as the engine keeps them.
    var parameters: [ParameterSpec] { get }

    /// Whether training draws random numbers here, as dropout does.
    var isRandom: Bool { get }

    /// Whether a record's output in training depends on the other records of its batch, as with batch statistics.
    var mixesRecords: Bool { get }

    /// Whether the layer takes bfloat16 and loses nothing by it but digits; others are given float32.
    var takesBfloat16: Bool { get }

    /// The shape of one record's output, given the shapes of its inputs.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when the layer cannot take such inputs.
    func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int]

    /// The output for a batch; inputs and output have a leading axis N.
    func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor

    /// Multiply–accumulate operations for one record, given the shapes of its inputs; `Int.max` when they are more.
    ///
    /// Counted are products with weights and of tensors with each other: dense layers, convolutions, contractions.
    /// Pooling, activations, normalisation and the adding of biases count as 0.
    func multiplyAdds(_ inputs: [[Int]]) -> Int
}

extension Layer {
    /// Layers without parameters need not say so.
    public var parameters: [ParameterSpec] { [] }

    /// Most layers compute the same in training as at inference.
    public var isRandom: Bool { false }

    /// Most layers look at one record at a time.
    public var mixesRecords: Bool { false }

    /// Most layers compute with all digits.
    public var takesBfloat16: Bool { false }

    /// Layers without products of tensors need not say so.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int { 0 }

    /// Number of values in all parameters.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.reduce(1, *) } }
}
