import Tensors

/// An activation function as a layer of its own.
public struct ActivationLayer: Layer, SoftmaxEnding {
    /// The function.
    public let function: ActivationFunction

    /// Applies a function.
    public init(_ function: ActivationFunction) { self.function = function }

    /// Those that cut and scale.
    public var takesBfloat16: Bool { function.takesBfloat16 }

    /// The input's shape; half of an axis for a gated function.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { try function.outputShape(inputs[0]) }

    /// The function's values.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try function(inputs[0])
    }

    /// The identity, when the function is a softmax.
    public func withoutSoftmax() -> (any Layer)? {
        if case .softmax = function { ActivationLayer(.linear) } else { nil }
    }
}
