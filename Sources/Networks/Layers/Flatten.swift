import Tensors

/// All axes of a record made one, in row-major order with the channels last.
public struct Flatten: Layer {
    /// Where the channels stand; they are moved to the end first, as Keras does.
    public let order: AxisOrder

    /// Makes the layer.
    public init(order: AxisOrder = .channelsLast) { self.order = order }

    /// One axis with all values.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { [inputs[0].reduce(1, *)] }

    /// (N, values).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let rank = x.rank
        let isMoved = order == .channelsFirst && rank > 2
        let ordered = isMoved ? try x.permuted([0] + Array(2..<rank) + [1]) : x
        return try ordered.reshaped([x.shape[0], -1])
    }
}
