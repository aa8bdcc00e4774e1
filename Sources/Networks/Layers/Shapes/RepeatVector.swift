import Tensors

/// A vector repeated along a new axis: (F) becomes (T, F).
public struct RepeatVector: Layer {
    /// T.
    public let count: Int

    /// Describes a repetition.
    public init(_ count: Int) { self.count = count }

    /// (T, F).
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs[0].count == 1 else { throw .shape("RepeatVector", "repeats vectors, gets the shape \(inputs[0])") }
        return [count] + inputs[0]
    }

    /// (N, T, F).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let shape = inputs[0].shape
        return try inputs[0].reshaped([shape[0], 1, shape[1]]).repeating(count, axis: 1)
    }
}
