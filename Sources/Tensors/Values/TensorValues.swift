/// The values of a float tensor on the host: what may cross from one thread's tensors to another's.
public struct TensorValues: Sendable, Hashable {
    /// The shape, outermost axis first.
    public let shape: [Int]
    /// The values in row-major order.
    public private(set) var floats: [Float]

    /// Pairs values with their shape; values beyond or short of the shape are refused when a tensor is made of them.
    public init(shape: [Int], floats: [Float]) {
        self.shape = shape
        self.floats = floats
    }

    /// Number of rows along the first axis.
    public var rows: Int { shape.first ?? 1 }

    /// Number of values per row.
    public var rowSize: Int { shape.dropFirst().reduce(1, *) }

    /// The values of one row.
    public func row(_ index: Int) -> ArraySlice<Float> { floats[index * rowSize..<(index + 1) * rowSize] }

    /// The given rows in the given order.
    public func rows(_ indices: [Int]) -> TensorValues {
        var picked: [Float] = []
        picked.reserveCapacity(indices.count * rowSize)
        for index in indices { picked.append(contentsOf: row(index)) }
        return TensorValues(shape: [indices.count] + shape.dropFirst(), floats: picked)
    }

    /// The rows of all parts, one after the other; all parts have the same row shape.
    public static func concatenated(_ parts: [TensorValues]) -> TensorValues {
        var floats: [Float] = []
        floats.reserveCapacity(parts.reduce(0) { $0 + $1.floats.count })
        for part in parts { floats.append(contentsOf: part.floats) }
        let rowShape = parts.first.map { Array($0.shape.dropFirst()) } ?? []
        return TensorValues(shape: [parts.reduce(0) { $0 + $1.rows }] + rowShape, floats: floats)
    }
}
