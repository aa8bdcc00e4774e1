/// An order of records in which each stands at a place of its batch that depends on nothing but its row.
///
/// A product rounds a record's last digit otherwise at other places of a batch. With steady places a record's features
/// are the same to the last bit whichever other records are asked for: a model from a store and one trained beside others
/// then fit together.
struct SteadyPlaces {
    /// Rows in whole batches, a row's place in its batch being the row modulo their size; gaps are filled with other rows.
    let rows: [Int]
    /// Where each record stands.
    let position: [Int: Int]

    /// - Parameters:
    ///   - wanted: rows, each once, in ascending order; at least one.
    ///   - batchSize: records computed at a time.
    init(_ wanted: [Int], batchSize: Int) {
        let columns = Dictionary(grouping: wanted) { $0 % batchSize }
        let batches = columns.values.map(\.count).max() ?? 0
        var rows = Array(repeating: wanted.first ?? 0, count: batches * batchSize)
        var position: [Int: Int] = [:]
        for (place, column) in columns {
            for (batch, row) in column.enumerated() {
                rows[batch * batchSize + place] = row
                position[row] = batch * batchSize + place
            }
        }
        self.rows = rows
        self.position = position
    }
}
