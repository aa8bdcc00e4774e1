import Tensors

/// Records that can be read batch by batch, from memory or from a store.
public struct RecordBatches: Sendable {
    /// Number of records N.
    public let count: Int
    /// Shape of one record.
    public let recordShape: [Int]
    /// Whose each record is (N), where that is known.
    public let persons: [String]?
    /// Reads the records at the given rows: (rows, …), preprocessed as the network expects them.
    public let values: @Sendable (_ rows: [Int]) throws -> TensorValues
    /// Digests of what `values` reads at the given rows, one per row: equal digests, equal values; nil when nobody can say.
    public let digests: (@Sendable (_ rows: [Int]) throws -> [[UInt8]])?

    /// Records behind a closure.
    public init(
        count: Int,
        recordShape: [Int],
        persons: [String]? = nil,
        digests: (@Sendable ([Int]) throws -> [[UInt8]])? = nil,
        values: @escaping @Sendable ([Int]) throws -> TensorValues
    ) {
        self.count = count
        self.recordShape = recordShape
        self.persons = persons
        self.values = values
        self.digests = digests
    }

    /// Records in memory (N, …).
    public init(_ all: TensorValues, persons: [String]? = nil) {
        self.init(count: all.rows, recordShape: Array(all.shape.dropFirst()), persons: persons) { all.rows($0) }
    }

    /// Some of the records, in the given order.
    public func picking(_ rows: [Int]) -> RecordBatches {
        let picked = digests.map { digests in
            { @Sendable (asked: [Int]) in try digests(asked.map { rows[$0] }) }
        }
        let persons = persons.map { persons in rows.map { persons[$0] } }
        return RecordBatches(count: rows.count, recordShape: recordShape, persons: persons, digests: picked) {
            [values] asked in
            try values(asked.map { rows[$0] })
        }
    }
}

extension RecordBatches {
    /// Bytes up to which a training set is held in memory while one network is trained on it.
    private static let cachedBytes = 256 << 20

    /// The same records, read once into memory when they take less than 256 MiB there.
    public func cachedWhenSmall() throws -> RecordBatches {
        guard count * recordShape.reduce(1, *) * 4 <= Self.cachedBytes else { return self }
        return RecordBatches(try values(Array(0..<count)), persons: persons)
    }

    /// The records of both, these first; both have the same record shape.
    public func appending(_ other: RecordBatches) -> RecordBatches {
        let (first, second, count) = (values, other.values, count)
        var joined: (@Sendable ([Int]) throws -> [[UInt8]])?
        if let own = digests, let others = other.digests {
            joined = { rows in
                let first = try own(rows.filter { $0 < count })
                let second = try others(rows.filter { $0 >= count }.map { $0 - count })
                var (left, right) = (first.makeIterator(), second.makeIterator())
                return rows.compactMap { $0 < count ? left.next() : right.next() }
            }
        }
        let people = persons.flatMap { own in other.persons.map { own + $0 } }
        return RecordBatches(count: count + other.count, recordShape: recordShape, persons: people, digests: joined) {
            rows in
            // One read per set, then back into the asked order.
            let own = try first(rows.filter { $0 < count })
            let others = try second(rows.filter { $0 >= count }.map { $0 - count })
            guard own.rows > 0 else { return others }
            guard others.rows > 0 else { return own }
            var next = (own: 0, other: own.rows)
            let order = rows.map { row in
                if row < count {
                    defer { next.own += 1 }
                    return next.own
                }
                defer { next.other += 1 }
                return next.other
            }
            return TensorValues.concatenated([own, others]).rows(order)
        }
    }
}
