import Tensors

/// A layer whose kernel was kept at a spectral norm of 1 by a power iteration in training (Miyato et al. 2018).
///
/// What is stored is the kernel as it was last scaled, so that the layer computes what the inner one does. Training
/// here leaves the iteration's vector as it is.
public struct SpectralNorm: Layer, SoftmaxEnding {
    /// The layer inside.
    public let inner: NamedLayer
    /// Length of the iteration's vector u: the size of the kernel's last axis.
    public let vectorSize: Int
    /// Steps of the iteration in each step of training.
    public let iterations: Int

    /// Wraps a layer.
    public init(inner: NamedLayer, vectorSize: Int, iterations: Int = 1) {
        self.inner = inner
        self.vectorSize = vectorSize
        self.iterations = iterations
    }

    /// The inner layer's, then u (1, `vectorSize`).
    public var parameters: [ParameterSpec] {
        inner.layer.parameters + [ParameterSpec("vector_u", [1, vectorSize], isTrainable: false, .ones)]
    }

    /// Whether the inner layer is.
    public var isRandom: Bool { inner.layer.isRandom }

    /// As the layer.
    public var mixesRecords: Bool { inner.layer.mixesRecords }

    /// The inner layer's.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { try inner.layer.outputShape(inputs) }

    /// The inner layer's.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int { inner.layer.multiplyAdds(inputs) }

    /// The inner layer's output.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inner.layer.forward(inputs, Array(parameters.dropLast()), pass)
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard let bare = (inner.layer as? any SoftmaxEnding)?.withoutSoftmax() else { return nil }
        let named = NamedLayer(name: inner.name, kind: inner.kind, layer: bare)
        return SpectralNorm(inner: named, vectorSize: vectorSize, iterations: iterations)
    }
}
