import Tensors

/// One layer applied to every step of a sequence.
public struct TimeDistributed: Layer, SoftmaxEnding {
    /// The layer, with the class and name its file gives it.
    public let inner: NamedLayer

    private var layer: any Layer { inner.layer }

    /// Applies a layer to every step.
    public init(_ inner: NamedLayer) { self.inner = inner }

    /// The layer's.
    public var parameters: [ParameterSpec] { layer.parameters }

    /// As the layer.
    public var isRandom: Bool { layer.isRandom }

    /// As the layer.
    public var mixesRecords: Bool { layer.mixesRecords }

    /// (T, …), where … is the layer's output for one step.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, shape.count >= 2 else {
            throw .shape("TimeDistributed", "needs steps, gets the shapes \(inputs)")
        }
        return [shape[0]] + (try layer.outputShape([Array(shape.dropFirst())]))
    }

    /// The layer's output for each step, all steps of all records at once.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let shape = inputs[0].shape
        let steps = try inputs[0].reshaped([shape[0] * shape[1]] + shape.dropFirst(2))
        let y = try layer.forward([steps], parameters, pass)
        return try y.reshaped([shape[0], shape[1]] + y.shape.dropFirst())
    }

    /// The same layer answering logits, where the inner one can.
    public func withoutSoftmax() -> (any Layer)? {
        (layer as? any SoftmaxEnding)?.withoutSoftmax().map {
            TimeDistributed(NamedLayer(name: inner.name, kind: inner.kind, layer: $0))
        }
    }

    /// The layer at every step.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        guard let shape = inputs.first, let steps = shape.first else { return 0 }
        return [steps, layer.multiplyAdds([Array(shape.dropFirst())])].saturatedProduct()
    }
}
