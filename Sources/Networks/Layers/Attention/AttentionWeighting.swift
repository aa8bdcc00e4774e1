import Tensors

/// What attentions have alike: which steps may be looked at, and how scores become weights.
struct AttentionWeighting {
    /// What a score loses where the query may not look.
    private static let penalty = 1e9

    /// Share of the weights dropped in training.
    let dropout: Double

    /// 1 where a query's step may look at a value's step of its own place or before; (Tq, Tv).
    static func causal(queries: Int, values: Int, device: Device) throws(TensorError) -> Tensor {
        let (rows, columns) = try places(queries, values, device)
        return try rows.less(than: columns).converted(to: .float32).multiplying(-1).adding(1)
    }

    /// 1 where the places of a query's and a value's step are less than `width` apart; (Tq, Tv).
    static func sliding(queries: Int, values: Int, width: Int, device: Device) throws(TensorError) -> Tensor {
        let (rows, columns) = try places(queries, values, device)
        let distance = try rows.subtracting(columns).magnitude()
        return try distance.less(than: .full(Double(width), shape: [1], device: device)).converted(to: .float32)
    }

    /// The places of the query's steps (Tq, 1) and of the value's (1, Tv).
    private static func places(
        _ queries: Int,
        _ values: Int,
        _ device: Device
    ) throws(TensorError) -> (rows: Tensor, columns: Tensor) {
        (
            try Tensor((0..<queries).map(Float.init), shape: [queries, 1], device: device),
            try Tensor((0..<values).map(Float.init), shape: [1, values], device: device)
        )
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
