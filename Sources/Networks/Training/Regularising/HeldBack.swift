import Tensors

/// Training records that a run holds back to tell when it should end.
struct HeldBack {
    /// Rows that are trained on.
    let trained: [Int]
    /// Rows that are held back; empty where all records are the same.
    let held: [Int]

    /// Nothing held back.
    init(all count: Int) { (trained, held) = (Array(0..<count), []) }

    /// Draws records, each with all its copies: one that is trained on would say of the other that all is well.
    ///
    /// - Throws: what reading records throws.
    init(_ records: RecordBatches, share: Double, seed: Seed) throws {
        let kinds = try Self.kinds(records)
        var generator = seed.derived("held-back").generator
        let count = min(kinds.count - 1, max(1, Int((Double(kinds.count) * share).rounded())))
        let held = Set(generator.permutation(kinds.count).prefix(max(0, count)).flatMap { kinds[$0] })
        trained = (0..<records.count).filter { !held.contains($0) }
        self.held = held.sorted()
    }

    /// Rows with equal content, in the order in which each content is first seen.
    private static func kinds(_ records: RecordBatches) throws -> [[Int]] {
        var places: [ArraySlice<Float>: Int] = [:]
        var kinds: [[Int]] = []
        for start in stride(from: 0, to: records.count, by: 256) {
            let values = try records.values(Array(start..<min(records.count, start + 256)))
            for row in 0..<values.rows {
                if let place = places[values.row(row)] {
                    kinds[place].append(start + row)
                } else {
                    places[values.row(row)] = kinds.count
                    kinds.append([start + row])
                }
            }
        }
        return kinds
    }
}
