import Tensors

/// Numbers replaced by the bin they fall into: how many of some ascending boundaries they reach.
public struct Discretization: Layer {
    /// The boundaries, ascending.
    public let boundaries: [Double]
    /// How bins are written; nil for their numbers.
    public let mode: CategoryEncoding.Mode?

    /// Describes the bins.
    public init(boundaries: [Double], mode: CategoryEncoding.Mode? = nil) {
        self.boundaries = boundaries
        self.mode = mode
    }

    private var encoding: CategoryEncoding? {
        mode.map { CategoryEncoding(tokens: boundaries.count + 1, mode: $0) }
    }

    /// The input's shape, or that of its encoding.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw .shape("Discretization", "has boundaries that do not ascend")
        }
        return try encoding?.outputShape(inputs) ?? inputs[0]
    }

    /// The bins.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let edges = try Tensor(boundaries.map(Float.init), shape: [boundaries.count], device: x.device)
        let bins = try x.bucketized(boundaries: edges).converted(to: .float32)
        return try encoding?.forward([bins], [], pass) ?? bins
    }
}
