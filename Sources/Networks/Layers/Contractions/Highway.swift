import Tensors

/// A dense layer beside which the input passes, mixed by a gate (Srivastava et al. 2015):
/// t·activation(x·W + b) + (1 − t)·x with t = sigmoid(x·W_t + b_t).
public struct Highway: Layer {
    /// Size of the only axis.
    public let features: Int
    /// Whether biases are added.
    public let hasBias: Bool
    /// What follows the dense layer.
    public let activation: ActivationFunction

    /// Describes a layer.
    public init(features: Int, hasBias: Bool = true, activation: ActivationFunction = .linear) {
        self.features = features
        self.hasBias = hasBias
        self.activation = activation
    }

    /// kernel and carry_kernel, each (features, features), then bias and carry_bias (features).
    public var parameters: [ParameterSpec] {
        let square = [features, features]
        let kernels = ["kernel", "carry_kernel"].map {
            ParameterSpec($0, square, .glorotUniform(fanIn: features, fanOut: features))
        }
        let biases = [ParameterSpec("bias", [features], .zeros), ParameterSpec("carry_bias", [features], .ones)]
        return kernels + (hasBias ? biases : [])
    }

    /// The input's shape.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard shapes.first == [features] else { throw .shape("Highway", "takes \(features) values, gets \(shapes)") }
        return [features]
    }

    /// One per element of both kernels.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int { [2, features, features].saturatedProduct() }

    /// t·activation(x·W + b) + (1 − t)·x.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let gate = try x.linear(weight: parameters[1], bias: hasBias ? parameters[3] : nil).sigmoid()
        let y = try activation(x.linear(weight: parameters[0], bias: hasBias ? parameters[2] : nil))
        return try y.subtracting(x).multiplying(gate).adding(x)
    }
}
