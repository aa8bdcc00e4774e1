import Tensors

/// A trained vector for each index of a vocabulary.
public struct Embedding: Layer {
    /// Size of the vocabulary; indices run from 0 to one less.
    public let vocabulary: Int
    /// Size of a vector.
    public let size: Int

    /// Describes an embedding.
    public init(vocabulary: Int, size: Int) {
        self.vocabulary = vocabulary
        self.size = size
    }

    /// The vectors (vocabulary, size).
    public var parameters: [ParameterSpec] {
        [ParameterSpec("embeddings", [vocabulary, size], .uniform(limit: 0.05))]
    }

    /// The input's shape with the vectors' axis behind it.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] + [size] }

    /// The vectors of indices (N, …), which come as floats and lose what follows their point.
    ///
    /// - Throws: `TensorError.outOfRange` when an index is not in the vocabulary.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard x.count > 0 else { return try .zeros(x.shape + [size], device: x.device) }
        let axes = Array(0..<x.rank)
        let (low, high) = (try x.detached().min(axes: axes).scalar(), try x.detached().max(axes: axes).scalar())
        // What is not a number fails both comparisons.
        guard low > -1, high < Double(vocabulary) else {
            let wrong = low > -1 ? high : low
            throw TensorError(
                .outOfRange,
                "a record holds the index \(wrong), the embedding has vectors for 0 to \(vocabulary - 1)",
                remedy: "Give the records the preprocessing the model was trained with; its vocabulary has "
                    + "\(vocabulary) entries."
            )
        }
        return try parameters[0].selecting(x.reshaped([-1]).converted(to: .int64)).reshaped(x.shape + [size])
    }
}
