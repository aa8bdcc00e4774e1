import Tensors

/// Whole numbers from 0 to before K as vectors of length K.
public struct CategoryEncoding: Layer {
    /// What the vectors say.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// One vector per number, 1 at its place.
        case oneHot = "one_hot"
        /// One vector per record, 1 at the places of all its numbers.
        case multiHot = "multi_hot"
        /// One vector per record, how often each number occurs.
        case count
    }

    /// Records whose vectors have more places together are refused.
    private static let mostPlaces = 1 << 28

    /// K.
    public let tokens: Int
    /// What the vectors say.
    public let mode: Mode

    /// Describes an encoding.
    public init(tokens: Int, mode: Mode = .multiHot) {
        self.tokens = tokens
        self.mode = mode
    }

    /// (K) for one number, or for all numbers of a record; (…, K) for each number of several.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let last = inputs[0].last, mode == .oneHot || inputs[0].count == 1 else {
            throw .shape("CategoryEncoding", "encodes lists of numbers, gets the shape \(inputs[0])")
        }
        guard (inputs[0] + [tokens]).saturatedProduct() <= Self.mostPlaces else {
            throw .shape("CategoryEncoding", "cannot hold \(inputs[0]) numbers of \(tokens) each")
        }
        guard mode == .oneHot else { return [tokens] }
        return (last == 1 ? inputs[0].dropLast() : inputs[0]) + [tokens]
    }

    /// The vectors; numbers outside the range leave no trace in them.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let shape = mode == .oneHot && x.shape.last == 1 ? Array(x.shape.dropLast()) : x.shape
        let places = try Tensor(Array(0..<tokens), device: x.device)
        let hits = try x.converted(to: .int64).reshaped(shape + [1]).equal(places).converted(to: .float32)
        switch mode {
        case .oneHot: return hits
        case .multiHot: return try hits.max(axes: [1])
        case .count: return try hits.sum(axes: [1])
        }
    }
}
