import Tensors

/// A dense layer over the axes an equation names: activation(einsum(x, W) + b).
public struct EinsumDense: Layer, SoftmaxEnding {
    /// The axes.
    public let equation: EinsumEquation
    /// Shape of one record of the input.
    public let record: [Int]
    /// The sizes of the output's letters but N; −1 for one the input says.
    public let wanted: [Int]
    /// The output's axes with a bias of their own; nil without bias.
    public let biasLetters: [Character]?
    /// The shapes of kernel, bias and output.
    public let shapes: EinsumEquation.Shapes
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a contraction.
    ///
    /// - Parameters:
    ///   - equation: the axes.
    ///   - record: shape of one record of the input.
    ///   - wanted: the sizes of the output's letters but N; −1 for one the input says.
    ///   - biasLetters: the output's axes with a bias of their own; nil without bias.
    ///   - activation: what follows.
    /// - Throws: `NetworkError.shapeMismatch` when they do not fit.
    public init(
        _ equation: EinsumEquation,
        record: [Int],
        wanted: [Int],
        biasLetters: [Character]? = nil,
        activation: ActivationFunction = .linear
    ) throws(NetworkError) {
        self.equation = equation
        self.record = record
        self.wanted = wanted
        self.biasLetters = biasLetters
        self.shapes = try equation.shapes(record: record, wanted: wanted, biasLetters: biasLetters)
        self.activation = activation
    }

    private init(_ other: EinsumDense, activation: ActivationFunction) {
        equation = other.equation
        record = other.record
        wanted = other.wanted
        biasLetters = other.biasLetters
        shapes = other.shapes
        self.activation = activation
    }

    /// The kernel in the equation's order of letters, and the bias.
    public var parameters: [ParameterSpec] {
        let letters = zip(equation.kernel, shapes.kernel)
        let fans = ParameterSpec.Initializer.glorotUniform(
            fanIn: letters.filter { !equation.output.contains($0.0) }.map(\.1).saturatedProduct(),
            fanOut: letters.filter { equation.output.contains($0.0) }.map(\.1).saturatedProduct()
        )
        let kernel = ParameterSpec("kernel", shapes.kernel, fans)
        return [kernel] + (shapes.bias.map { [ParameterSpec("bias", $0, .zeros)] } ?? [])
    }

    /// The output's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs.first == record else {
            throw .shape("EinsumDense", "takes the shape \(record), gets \(inputs)")
        }
        return shapes.output
    }

    /// One per element of the input and of the axes only the kernel has.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        let own = zip(equation.kernel, shapes.kernel).filter { !equation.input.contains($0.0) }
        return (record + own.map(\.1)).saturatedProduct()
    }

    /// activation(einsum(x, W) + b).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let y = try Tensor.einsum(equation.text, [inputs[0], parameters[0]])
        return try activation(shapes.bias == nil ? y : y.adding(parameters[1]))
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard case .softmax = activation else { return nil }
        return EinsumDense(self, activation: .linear)
    }
}
