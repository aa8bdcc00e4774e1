import Tensors

/// Where a record's channels stand: Keras's `data_format`.
public enum AxisOrder: String, Sendable, Hashable, CaseIterable {
    /// (…, C): Keras's default.
    case channelsLast = "channels_last"
    /// (C, …).
    case channelsFirst = "channels_first"

    /// The sizes of a record's spatial axes.
    public func spatial(_ shape: [Int]) -> [Int] { Array(self == .channelsLast ? shape.dropLast() : shape.dropFirst()) }

    /// A record's number of channels.
    public func channels(_ shape: [Int]) -> Int { (self == .channelsLast ? shape.last : shape.first) ?? 0 }

    /// A record's shape, put together.
    public func shape(spatial: [Int], channels: Int) -> [Int] {
        self == .channelsLast ? spatial + [channels] : [channels] + spatial
    }

    /// The axes of a batch that are spatial, for records with that many of them.
    public func spatialAxes(count: Int) -> [Int] { self == .channelsLast ? Array(1...count) : Array(2...(count + 1)) }

    /// A batch (N, …) bordered along its spatial axes.
    func padded(_ x: Tensor, _ pads: [SlidingWindow.Pad], value: Double = 0) throws(TensorError) -> Tensor {
        guard pads.contains(where: { $0.before != 0 || $0.after != 0 }) else { return x }
        // The engine counts from the last axis.
        let spatial = pads.reversed().flatMap { [$0.before, $0.after] }
        return try x.padded(self == .channelsLast ? [0, 0] + spatial : spatial, value: value)
    }

    /// A batch as the engine takes it: (N, C, …) with at least two spatial axes.
    ///
    /// A channels-last batch becomes a view whose strides say so; the engine computes on it as it lies, without a
    /// copy. One spatial axis becomes two, (1, L), because the engine would copy a three-axis view.
    func engineView(_ x: Tensor) throws(TensorError) -> Tensor {
        var x = x
        var shape = x.shape
        if shape.count == 3 {
            shape.insert(1, at: self == .channelsLast ? 1 : 2)
            x = try x.reshaped(shape)
        }
        guard self == .channelsLast else { return x }
        return try x.permuted([0, shape.count - 1] + Array(1..<shape.count - 1))
    }

    /// The engine's (N, C, …) back in this order, with `count` spatial axes.
    func restored(_ y: Tensor, count: Int) throws(TensorError) -> Tensor {
        let rank = y.rank
        let ordered = self == .channelsLast ? try y.permuted([0] + Array(2..<rank) + [1]) : y
        guard count == 1 else { return ordered }
        var shape = ordered.shape
        shape.remove(at: self == .channelsLast ? 1 : 2)
        return try ordered.reshaped(shape)
    }

    /// One number per spatial axis as the engine takes them: one spatial axis counts as two.
    static func engineList(_ values: [Int], filler: Int) -> [Int] { values.count == 1 ? [filler] + values : values }

    /// Whether an axis of a batch (N included, from either end) is that of the channels.
    func isChannels(_ axis: Int, rank: Int) -> Bool {
        self == .channelsLast ? axis == -1 || axis == rank - 1 : axis == 1 || axis == 1 - rank
    }
}
