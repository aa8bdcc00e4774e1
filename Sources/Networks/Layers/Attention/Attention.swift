import Tensors

/// Attention of a query (Tq, D) over a value (Tv, Dv): weights = softmax(score(query, key)), answer = weights·value.
///
/// The key (Tv, D) is the value unless there is a third input. Masks follow the tensors.
public struct Attention: Layer {
    /// How a query's step q and a key's step k are scored.
    public enum Score: Sendable, Hashable {
        /// q·k (Luong et al. 2015), times a trained number where it is scaled.
        case dot(isScaled: Bool)
        /// w·Σ tanh(q + k), with a trained w and, where it is scaled, s inside: tanh(s·(q + k)).
        case concatenated(isScaled: Bool)
        /// Σ v·tanh(q + k) (Bahdanau et al. 2015), with a trained vector v of this size, or 1 for nil.
        case additive(size: Int?)
    }

    /// How steps are scored.
    public let score: Score
    /// Whether a query's step sees only the value's steps up to its own place.
    public let isCausal: Bool
    /// Which tensors come with masks.
    public let masks: AttentionMasks
    /// Share of the weights dropped in training.
    public let dropout: Double

    /// Describes an attention.
    public init(_ score: Score, isCausal: Bool = false, masks: AttentionMasks = [], dropout: Double = 0) {
        self.score = score
        self.isCausal = isCausal
        self.masks = masks
        self.dropout = dropout
    }

    /// The trained numbers of the score.
    public var parameters: [ParameterSpec] {
        switch score {
        case .dot(let isScaled): isScaled ? [ParameterSpec("scale", [], .ones)] : []
        case .concatenated(let isScaled):
            (isScaled ? [ParameterSpec("scale", [], .ones)] : []) + [ParameterSpec("concat_score_weight", [], .ones)]
        case .additive(let size):
            size.map { [ParameterSpec("scale", [$0], .glorotUniform(fanIn: $0, fanOut: $0))] } ?? []
        }
    }

    /// Training draws which weights are dropped.
    public var isRandom: Bool { dropout > 0 }

    /// (Tq, Dv).
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let (query, value, key) = try AttentionShape.tensors("Attention", inputs, masks)
        guard query.count == 2, value.count == 2, query[1] == key[1] else {
            throw .shape("Attention", "cannot compare a query \(query) with a key \(key)")
        }
        if case .additive(let size?) = score, size != query[1] {
            throw .shape("Attention", "scores vectors of \(size) values, gets a query \(query)")
        }
        var scores = [query[0], value[0]]
        if case .dot = score {} else { scores.append(query[1]) }
        try AttentionShape.checkScores("Attention", scores)
        return [query[0], value[1]]
    }

    /// weights·value, 0 for masked steps of the query.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let tensors = inputs.dropLast(masks.count)
        let following = Array(inputs.suffix(masks.count))
        let (query, value) = (tensors[0], tensors[1])
        let key = tensors.count > 2 ? tensors[2] : value
        let scores = try scores(query, key, parameters)
        var open: Tensor?
        if isCausal {
            open = try AttentionWeighting.causal(queries: query.shape[1], values: value.shape[1], device: query.device)
        }
        if let mask = masks.mask(.value, among: following) {
            let ofValue = try mask.reshaped([mask.shape[0], 1, mask.shape[1]])
            open = try open?.multiplying(ofValue) ?? ofValue
        }
        let weights = try AttentionWeighting(dropout: dropout).weights(scores, open: open, pass)
        let answer = try weights.matrixProduct(value)
        guard let mask = masks.mask(.query, among: following) else { return answer }
        return try answer.multiplying(mask.reshaped(mask.shape + [1]))
    }

    /// (N, Tq, Tv).
    private func scores(_ query: Tensor, _ key: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        if case .dot(let isScaled) = score {
            let products = try query.matrixProduct(key.permuted([0, 2, 1]))
            return isScaled ? try products.multiplying(parameters[0]) : products
        }
        let (asked, offered) = (query.shape, key.shape)
        let sums = try query.reshaped([asked[0], asked[1], 1, asked[2]]).adding(
            key.reshaped([offered[0], 1, offered[1], offered[2]])
        )
        switch score {
        case .dot: return sums
        case .concatenated(let isScaled):
            let inner = isScaled ? try sums.multiplying(parameters[0]) : sums
            return try inner.tanh().sum(axes: [3]).multiplying(parameters[isScaled ? 1 : 0])
        case .additive(let size):
            let bent = try sums.tanh()
            return try (size == nil ? bent : bent.multiplying(parameters[0])).sum(axes: [3])
        }
    }

    /// Scores and answers.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        guard let (query, value, key) = try? AttentionShape.tensors("Attention", inputs, masks) else { return 0 }
        return [query[0], value[0], (key.last ?? 0) + (value.last ?? 0)].saturatedProduct()
    }
}
