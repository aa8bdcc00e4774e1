/// Some units of a batch that go through the network together.
struct MicroBatch: Sendable, Hashable {
    /// Its place in the batch, from which its randomness is derived.
    let index: Int
    /// The rows of each unit.
    let units: [[Int]]

    /// All rows, unit by unit.
    var rows: [Int] { units.flatMap(\.self) }

    /// Rows at most: more gain little, and each keeps a gradient of its own.
    static let mostRows = 32

    /// Bytes at most that the gradients of one take, where that leaves a row.
    private static let mostBytes = 256 << 20

    /// Cuts a batch into pieces that depend on nothing but the units and the number of parameters.
    ///
    /// - Parameters:
    ///   - units: the rows of each unit; a unit is never cut.
    ///   - parameters: P.
    static func cut(_ units: [[Int]], parameters: Int) -> [MicroBatch] {
        let limit = max(1, min(mostRows, mostBytes / max(1, 4 * parameters)))
        var result: [MicroBatch] = []
        var pending: [[Int]] = []
        var rows = 0
        for unit in units where !unit.isEmpty {
            if !pending.isEmpty, rows + unit.count > limit {
                result.append(MicroBatch(index: result.count, units: pending))
                pending = []
                rows = 0
            }
            pending.append(unit)
            rows += unit.count
        }
        if !pending.isEmpty { result.append(MicroBatch(index: result.count, units: pending)) }
        return result
    }
}
