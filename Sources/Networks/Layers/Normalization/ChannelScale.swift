import Tensors

/// γ·x with a trained factor per element of the last axis (Touvron et al. 2021, LayerScale).
public struct ChannelScale: Layer {
    /// Size of the last axis.
    public let features: Int
    /// What a fresh γ is.
    public let initial: Double

    /// Describes a scaling.
    public init(features: Int, initial: Double = 1e-6) {
        self.features = features
        self.initial = initial
    }

    /// γ (features).
    public var parameters: [ParameterSpec] { [ParameterSpec("gamma", [features], .constant(initial))] }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, shape.last == features else {
            throw .shape("ChannelScale", "scales \(features) features, gets the shape \(inputs)")
        }
        return shape
    }

    /// γ·x.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].multiplying(parameters[0])
    }
}
