import Tensors

/// Records that can be read batch by batch, from memory or from a store.
public struct RecordBatches: Sendable {
    /// Number of records N.
    public let count: Int
    /// Shape of one record.
    public let recordShape: [Int]
    /// Reads the records at the given rows: (rows, …), preprocessed as the network expects them.
    public let values: @Sendable (_ rows: [Int]) throws -> TensorValues

    /// Records behind a closure.
    public init(count: Int, recordShape: [Int], values: @escaping @Sendable ([Int]) throws -> TensorValues) {
        self.count = count
        self.recordShape = recordShape
        self.values = values
    }

    /// Records in memory (N, …).
    public init(_ all: TensorValues) {
        self.init(count: all.rows, recordShape: Array(all.shape.dropFirst())) { all.rows($0) }
    }

    /// Some of the records, in the given order.
    public func picking(_ rows: [Int]) -> RecordBatches {
        RecordBatches(count: rows.count, recordShape: recordShape) { [values] picked in
            try values(picked.map { rows[$0] })
        }
    }
}
