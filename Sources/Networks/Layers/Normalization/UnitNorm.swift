import Tensors

/// Each record scaled to length 1 over some axes: x / √(Σ x²).
public struct UnitNorm: Layer {
    /// The axes of a batch (N is 0) the length is taken over.
    public let axes: [Int]

    /// Scales to length 1.
    public init(axes: [Int]) { self.axes = axes }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, !axes.isEmpty, axes.allSatisfy({ $0 >= 1 && $0 <= shape.count }) else {
            throw .shape("UnitNorm", "has no axes \(axes) in \(inputs)")
        }
        return shape
    }

    /// x / √max(Σ x², 1e-12).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].scaledToLengthOne(axes: axes)
    }
}

extension Tensor {
    /// x / √max(Σ x², 1e-12), the sum taken over some axes.
    func scaledToLengthOne(axes: [Int]) throws(TensorError) -> Tensor {
        let squares = try squared().sum(axes: axes, keepingAxes: true)
        return try multiplying(squares.clamped(low: 1e-12).reciprocalSquareRoot())
    }
}
