/// The shape shared by many dense networks that are trained as one batched computation.
public struct DenseStackShape: Sendable, Hashable {
    /// What follows a dense layer.
    public enum Activation: Int, Sendable, Hashable {
        /// Nothing.
        case linear = 0
        /// max(x, 0).
        case relu = 1
        /// Hyperbolic tangent.
        case tanh = 2
        /// 1 / (1 + e^−x).
        case sigmoid = 3
    }

    /// The loss.
    public enum Loss: Sendable, Hashable {
        /// Softmax cross-entropy against class indices.
        case softmaxCrossEntropy
        /// Logistic loss of a single logit against 0 and 1.
        case logistic
    }

    /// Sizes from the input over the hidden layers to the output.
    public let sizes: [Int]
    /// What follows each dense layer; the last is `linear`, since the loss takes logits.
    public let activations: [Activation]
    /// Share of each layer's output that training drops.
    public let dropout: [Double]
    /// The loss.
    public let loss: Loss

    /// Describes the shape; lists shorter than the layers are filled up with `linear` and 0.
    public init(sizes: [Int], activations: [Activation], dropout: [Double] = [], loss: Loss) {
        let layers = max(0, sizes.count - 1)
        self.sizes = sizes
        self.activations = Array((activations + Array(repeating: .linear, count: layers)).prefix(layers))
        self.dropout = Array((dropout + Array(repeating: 0, count: layers)).prefix(layers))
        self.loss = loss
    }

    /// Parameters of one network, P = Σ in·out + out.
    public var parameterCount: Int { zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 } }
}
