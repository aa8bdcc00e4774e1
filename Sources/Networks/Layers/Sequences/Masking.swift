import Tensors

/// Steps whose every value is one number, set to 0 (Keras's `Masking`).
public struct Masking: Layer {
    /// The number that marks a step as absent.
    public let value: Double

    /// Describes a masking.
    public init(value: Double = 0) { self.value = value }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs[0].count >= 2 else {
            throw .shape("Masking", "needs steps and values, gets the shape \(inputs[0])")
        }
        return inputs[0]
    }

    /// x at the steps that count, 0 at the others.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let isAbsent = try absent(x)
        return try Tensor.zeros([1], device: x.device).selected(where: isAbsent, otherwise: x)
    }

    /// Whether all values of a step are `value`; x (N, T, …, F) → (N, T, …, 1).
    func absent(_ x: Tensor) throws(TensorError) -> Tensor {
        let isEqual = try x.detached().equal(.full(value, shape: [1], device: x.device)).converted(to: .float32)
        return try Tensor.full(0.5, shape: [1], device: x.device).less(
            than: isEqual.min(axes: [x.rank - 1], keepingAxes: true)
        )
    }
}
