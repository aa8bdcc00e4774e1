import Tensors

/// Several attentions side by side, each over projections of its own (Vaswani et al. 2017).
///
/// Inputs are query (T…, D), value (S…, Dv) and perhaps key (S…, Dk), where every axis but the last counts as steps, then
/// perhaps a mask of pairs (T, S), whose axes may have length 1; the masks follow. With fewer heads for key and value than
/// for the query, several of the query's share one (Ainslie et al. 2023).
public struct MultiHeadAttention: Layer {
    /// Sizes of the last axes of query, value and key.
    public let inputs: AttentionSizes
    /// Heads of the query.
    public let heads: Int
    /// Heads of key and value; divides `heads`.
    public let sharedHeads: Int
    /// Size of a head's query and key.
    public let keySize: Int
    /// Size of a head's value.
    public let valueSize: Int
    /// Size of the output's last axis.
    public let outputs: Int
    /// Whether biases are added.
    public let hasBias: Bool
    /// Whether a gate, made from the query, scales each head's answer.
    public let hasGate: Bool
    /// Whether a query's step sees only the value's steps up to its own place.
    public let isCausal: Bool
    /// How near a value's step must be to be seen; nil for any distance.
    public let reach: Int?
    /// Whether a mask says for each pair of steps whether the query's may see the value's.
    public let hasPairMask: Bool
    /// Which tensors come with masks.
    public let masks: AttentionMasks
    /// Share of the weights dropped in training.
    public let dropout: Double

    /// Describes an attention of several heads.
    public init(
        inputs: AttentionSizes,
        heads: Int,
        sharedHeads: Int? = nil,
        keySize: Int,
        valueSize: Int? = nil,
        outputs: Int? = nil,
        hasBias: Bool = true,
        hasGate: Bool = false,
        isCausal: Bool = false,
        reach: Int? = nil,
        hasPairMask: Bool = false,
        masks: AttentionMasks = [],
        dropout: Double = 0
    ) {
        self.inputs = inputs
        self.heads = heads
        self.sharedHeads = sharedHeads ?? heads
        self.keySize = keySize
        self.valueSize = valueSize ?? keySize
        self.outputs = outputs ?? inputs.query
        self.hasBias = hasBias
        self.hasGate = hasGate
        self.isCausal = isCausal
        self.reach = reach
        self.hasPairMask = hasPairMask
        self.masks = masks
        self.dropout = dropout
    }

    /// The projections in Keras's order: query, key, the gate where there is one, value, output.
    public var projections: [AttentionProjection] {
        var all = [
            AttentionProjection("query", from: [inputs.query], to: [heads, keySize]),
            AttentionProjection("key", from: [inputs.key], to: [sharedHeads, keySize]),
        ]
        if hasGate { all.append(AttentionProjection("gate", from: [inputs.query], to: [heads, valueSize])) }
        all.append(AttentionProjection("value", from: [inputs.value], to: [sharedHeads, valueSize]))
        all.append(AttentionProjection("attention_output", from: [heads, valueSize], to: [outputs]))
        return all
    }

    /// A kernel and a bias per projection.
    public var parameters: [ParameterSpec] { projections.flatMap { $0.parameters(hasBias: hasBias) } }

    /// Training draws which weights are dropped.
    public var isRandom: Bool { dropout > 0 }

    /// The query's shape with its last axis replaced.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        let (query, value, key) = try AttentionShape.tensors("MultiHeadAttention", withoutPairs(shapes), masks)
        if hasPairMask, let pairs = shapes.dropLast(masks.count).last {
            guard query.count == 2, value.count == 2, pairs.count == 2,
                zip(pairs, [query[0], value[0]]).allSatisfy({ $0 == 1 || $0 == $1 })
            else {
                throw .shape("MultiHeadAttention", "has a mask \(pairs) for a query \(query) and a value \(value)")
            }
        }
        guard query.last == inputs.query, value.last == inputs.value, key.last == inputs.key, sharedHeads > 0,
            heads % sharedHeads == 0
        else { throw .shape("MultiHeadAttention", "takes the sizes \(inputs), gets the shapes \(shapes)") }
        try AttentionShape.checkScores("MultiHeadAttention", [heads] + query.dropLast() + value.dropLast())
        return query.dropLast() + [outputs]
    }

    /// All inputs but the mask of pairs.
    private func withoutPairs<Input>(_ inputs: [Input]) -> [Input] {
        hasPairMask ? Array(inputs.dropLast(masks.count + 1) + inputs.suffix(masks.count)) : inputs
    }

    /// Each head's answer, put together and projected.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let tensors = withoutPairs(inputs).dropLast(masks.count)
        let (asked, value) = (tensors[0], tensors[1])
        let key = tensors.count > 2 ? tensors[2] : value
        let width = hasBias ? 2 : 1
        func own(_ name: String) -> [Tensor] {
            let index = (projections.firstIndex { $0.name == name } ?? 0) * width
            return Array(parameters[index..<index + width])
        }
        func split(_ x: Tensor, _ name: String, _ count: Int, _ size: Int) throws(TensorError) -> Tensor {
            let (from, values) = (x.shape[x.rank - 1], own(name))
            let y = try x.reshaped([x.shape[0], -1, from]).linear(
                weight: values[0].reshaped([from, count * size]),
                bias: hasBias ? values[1].reshaped([count * size]) : nil
            )
            return try y.reshaped([x.shape[0], -1, count, size]).permuted([0, 2, 1, 3])
        }
        let query = try split(asked, "query", heads, keySize).multiplying(1 / Double(keySize).squareRoot())
        let keys = try shared(split(key, "key", sharedHeads, keySize))
        let values = try shared(split(value, "value", sharedHeads, valueSize))
        let scores = try query.matrixProduct(keys.permuted([0, 1, 3, 2]))
        let pairs = hasPairMask ? inputs.dropLast(masks.count).last : nil
        let open = try open(Array(inputs.suffix(masks.count)), pairs, query.shape[2], keys.shape[2], query.device)
        var answer = try AttentionWeighting(dropout: dropout).weights(scores, open: open, pass).matrixProduct(values)
        if hasGate { answer = try answer.multiplying(split(asked, "gate", heads, valueSize).sigmoid()) }
        let output = own("attention_output")
        let flat = try answer.permuted([0, 2, 1, 3]).reshaped([asked.shape[0], -1, heads * valueSize])
        let y = try flat.linear(
            weight: output[0].reshaped([heads * valueSize, outputs]),
            bias: hasBias ? output[1] : nil
        )
        return try y.reshaped(asked.shape.dropLast() + [outputs])
    }

    /// Heads of key and value repeated for the query's heads that share them.
    private func shared(_ x: Tensor) throws(TensorError) -> Tensor {
        heads == sharedHeads ? x : try x.repeating(heads / sharedHeads, axis: 1)
    }

    /// 1 where a query's step may look, broadcasting to (N, heads, Tq, Tv); nil when it may look everywhere.
    private func open(
        _ following: [Tensor],
        _ pairs: Tensor?,
        _ queries: Int,
        _ values: Int,
        _ device: Device
    ) throws(TensorError) -> Tensor? {
        var parts: [Tensor] = []
        if let pairs {
            let isOpen = try Tensor.zeros([1], device: device).less(than: pairs.magnitude()).converted(to: .float32)
            parts.append(try isOpen.reshaped([-1, 1, pairs.shape[1], pairs.shape[2]]))
        }
        if isCausal { parts.append(try AttentionWeighting.causal(queries: queries, values: values, device: device)) }
        if let reach {
            parts.append(
                try AttentionWeighting.sliding(queries: queries, values: values, width: reach, device: device)
            )
        }
        if let mask = masks.mask(.query, among: following) { parts.append(try mask.reshaped([-1, 1, queries, 1])) }
        for one in [AttentionMasks.value, .key] {
            if let mask = masks.mask(one, among: following) { parts.append(try mask.reshaped([-1, 1, 1, values])) }
        }
        guard var all = parts.first else { return nil }
        for part in parts.dropFirst() { all = try all.multiplying(part) }
        return all
    }

    /// Projections, scores and answers.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int {
        guard
            let (query, value, _) = try? AttentionShape.tensors(
                "MultiHeadAttention",
                withoutPairs(shapes),
                masks
            )
        else { return 0 }
        let (asked, offered) = (Array(query.dropLast()), Array(value.dropLast()))
        let projected = projections.map { one in
            ((one.name == "key" || one.name == "value" ? offered : asked) + one.from + one.to).saturatedProduct()
        }
        let attended = (asked + offered + [heads, keySize + valueSize]).saturatedProduct()
        return (projected + [attended]).saturatedSum()
    }
}
