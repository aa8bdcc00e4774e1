import Tensors

/// Group normalisation (Wu & He 2018): γ·(x − µ) / √(σ² + ε) + β, with µ and σ² of each record and group of features.
///
/// The features of an axis are cut into groups of neighbours; each is normalised together with all other axes.
public struct GroupNorm: Layer {
    /// Size of the axis that is cut into groups.
    public let features: Int
    /// Number of groups.
    public let groups: Int
    /// The axis of a batch (N is 0).
    public let axis: Int
    /// ε, added to the variance.
    public let epsilon: Double
    /// Whether there is a γ.
    public let hasGamma: Bool
    /// Whether there is a β.
    public let hasBeta: Bool

    /// Describes a group normalisation.
    public init(
        features: Int,
        groups: Int,
        axis: Int,
        epsilon: Double = 0.001,
        hasGamma: Bool = true,
        hasBeta: Bool = true
    ) {
        self.features = features
        self.groups = groups
        self.axis = axis
        self.epsilon = epsilon
        self.hasGamma = hasGamma
        self.hasBeta = hasBeta
    }

    /// γ and β where there are such, each (features).
    public var parameters: [ParameterSpec] {
        (hasGamma ? [ParameterSpec("gamma", [features], .ones)] : [])
            + (hasBeta ? [ParameterSpec("beta", [features], .zeros)] : [])
    }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, axis >= 1, axis <= shape.count, shape[axis - 1] == features, groups > 0,
            features % groups == 0
        else {
            throw .shape("GroupNorm", "\(groups) groups of \(features) features on axis \(axis) do not fit \(inputs)")
        }
        return shape
    }

    /// γ·(x − µ) / √(σ² + ε) + β.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let others = (1..<x.rank).filter { $0 != axis }
        let order = [0, axis] + others
        let y = try x.permuted(order).groupNormalized(
            groups: groups,
            gamma: hasGamma ? parameters[0] : nil,
            beta: hasBeta ? parameters[hasGamma ? 1 : 0] : nil,
            epsilon: epsilon
        )
        return try y.permuted((0..<x.rank).map { order.firstIndex(of: $0) ?? $0 })
    }
}
