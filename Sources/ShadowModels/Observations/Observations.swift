import Statistics

/// Numbers that an adversary reads off one model for each record, beyond its answers.
public struct Observations: Sendable, Hashable {
    /// What each number is, such as `gradient-norm`.
    public let names: [String]
    /// (C, N): for each name one number per record.
    public let values: [[Double]]
    /// How often the model was asked for all that was read off it; nil where no more than once per record.
    public let queries: Int?

    /// Pairs names with numbers of as many records.
    public init(names: [String], values: [[Double]], queries: Int? = nil) {
        self.names = names
        self.values = values
        self.queries = queries
    }

    /// Number of records N.
    public var count: Int { values.first?.count ?? 0 }

    /// The numbers of one name; nil where nobody observed it.
    public subscript(name: String) -> [Double]? { names.firstIndex(of: name).map { values[$0] } }

    /// Some of the records, in the given order.
    public func picking(_ rows: some Sequence<Int>) -> Observations {
        let rows = Array(rows)
        return Observations(
            names: names,
            values: values.map { column in rows.map { column[$0] } },
            queries: queries
        )
    }

    /// What was read off a model, after what was read off its checkpoints: `checkpoint-1/loss` is its loss at the earliest.
    func preceded(by checkpoints: [Observations]) -> Observations {
        Observations(
            names: checkpoints.enumerated().flatMap { index, read in
                read.names.map { "checkpoint-\(index + 1)/\($0)" }
            } + names,
            values: checkpoints.flatMap(\.values) + values,
            queries: queries
        )
    }

    /// In units of how known non-members differ from each other, so that what was observed at one model can be held
    /// against what was observed at another.
    ///
    /// - Parameter strangers: the same numbers of records that the model was surely not trained on.
    func standardised(by strangers: Observations) -> Observations {
        let columns = zip(values, strangers.values).map { column, known in
            var moments = Moments()
            for value in known { moments.add(value) }
            let deviation = moments.standardDeviation ?? 0
            return column.map { ($0 - moments.mean) / (deviation > 0 ? deviation : 1) }
        }
        return Observations(names: names, values: columns, queries: queries)
    }
}
