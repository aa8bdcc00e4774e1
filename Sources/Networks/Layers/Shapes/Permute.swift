import Tensors

/// A record's axes in another order.
public struct Permute: Layer {
    /// For each new axis the old one, counted from 1 as Keras does (N is 0 and stays).
    public let axes: [Int]

    /// Describes a permutation.
    public init(_ axes: [Int]) { self.axes = axes }

    /// The sizes in the new order.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        guard axes.sorted() == Array(1..<shape.count + 1) else {
            throw .shape("Permute", "\(axes) is no order of the axes of \(shape)")
        }
        return axes.map { shape[$0 - 1] }
    }

    /// The batch with its axes in the new order.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].permuted([0] + axes)
    }
}
