import Tensors

/// What attentions have alike: which steps may be looked at, and how scores become weights.
struct AttentionWeighting {
    /// What a score loses where the query may not look.
    private static let penalty = 1e9

    /// Share of the weights dropped in training.
    let dropout: Double

    /// 1 where a query's step may look at a value's step of its own place or before; (Tq, Tv).
    static func causal(queries: Int, values: Int, device: Device) throws(TensorError) -> Tensor {
        try band(queries, values, device) { query, value in value <= query }
    }

    /// 1 where the places of a query's and a value's step are less than `width` apart; (Tq, Tv).
    static func sliding(queries: Int, values: Int, width: Int, device: Device) throws(TensorError) -> Tensor {
        try band(queries, values, device) { query, value in abs(query - value) < width }
    }

    private static func band(
        _ queries: Int,
        _ values: Int,
        _ device: Device,
        _ isOpen: (Int, Int) -> Bool
    ) throws(TensorError) -> Tensor {
        var floats: [Float] = []
        floats.reserveCapacity(queries * values)
        for query in 0..<queries { for value in 0..<values { floats.append(isOpen(query, value) ? 1 : 0) } }
        return try Tensor(floats, shape: [queries, values], device: device)
    }

    /// Weights over the last axis of scores; `open` is 1 where the query may look and 0 elsewhere, and broadcasts.
    func weights(_ scores: Tensor, open: Tensor?, _ pass: Pass) throws(TensorError) -> Tensor {
        var scores = scores
        if let open {
            let closed = try open.multiplying(-1).adding(1)
            scores = try scores.subtracting(closed.multiplying(Self.penalty))
        }
        return try Dropout(rate: dropout).forward([scores.softmax(axis: -1)], [], pass)
    }
}
