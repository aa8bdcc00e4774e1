import Tensors

/// scale·x + offset, each one number or one per element of the last axis.
public struct Rescaling: Layer {
    /// One factor, or one per element of the last axis.
    public let scale: [Double]
    /// One summand, or one per element of the last axis.
    public let offset: [Double]

    /// Describes a rescaling.
    public init(scale: [Double], offset: [Double] = [0]) {
        self.scale = scale
        self.offset = offset
    }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        let last = shape.last ?? 1
        guard [scale.count, offset.count].allSatisfy({ $0 == 1 || $0 == last }) else {
            throw .shape("Rescaling", "\(scale.count) factors and \(offset.count) summands do not fit \(shape)")
        }
        return shape
    }

    /// scale·x + offset.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let scaled: Tensor
        if scale.count == 1 { scaled = try x.multiplying(scale[0]) } else { scaled = try x.multiplying(row(scale, x)) }
        if offset.count == 1 { return offset[0] == 0 ? scaled : try scaled.adding(offset[0]) }
        return try scaled.adding(row(offset, x))
    }

    private func row(_ values: [Double], _ x: Tensor) throws(TensorError) -> Tensor {
        try Tensor(values.map(Float.init), shape: [values.count], device: x.device)
    }
}
