/// Records of one format, read on demand.
protocol RecordStore: Sendable {
    /// Number of records (N).
    var count: Int { get }
    /// Shape of a record: H × W × C, F, or whatever is stored.
    var recordShape: [Int] { get }
    /// What one number of a record is.
    var element: StoredElement { get }
    /// Whether reading rows between two wanted ones is cheaper than reading twice.
    var readsThroughGaps: Bool { get }
    /// The stored bytes of consecutive records in native byte order, row-major; `rows` lie within 0..<N.
    func bytes(rows: Range<Int>) throws(DatasetError) -> [UInt8]
}

extension RecordStore {
    var readsThroughGaps: Bool { true }

    /// Numbers in a record.
    var recordLength: Int { recordShape.reduce(1, *) }

    /// Bytes of a record.
    var recordBytes: Int { recordLength * element.byteCount }

    /// The stored bytes of records in any order; neighbours are read together, each stretch once.
    func bytes(rows: [Int]) throws(DatasetError) -> [UInt8] {
        let size = recordBytes
        var result = [UInt8](repeating: 0, count: rows.count * size)
        let order = rows.indices.sorted { rows[$0] < rows[$1] }
        let gap = readsThroughGaps ? max(1, RowStretch.gapBytes / max(1, size)) : 1
        let longest = max(1, RowStretch.bytes / max(1, size))
        var next = 0
        while next < order.count {
            let first = rows[order[next]]
            var end = next + 1
            while end < order.count, rows[order[end]] - rows[order[end - 1]] <= gap, rows[order[end]] - first < longest
            {
                end += 1
            }
            let stretch = try bytes(rows: first..<rows[order[end - 1]] + 1)
            for position in order[next..<end] {
                let start = (rows[position] - first) * size
                result.replaceSubrange(position * size..<(position + 1) * size, with: stretch[start..<start + size])
            }
            next = end
        }
        return result
    }
}

/// How far scattered rows are read in one go.
private enum RowStretch {
    /// Bytes between two wanted records that are read and dropped.
    static let gapBytes = 32 << 10
    /// Bytes read at once.
    static let bytes = 8 << 20
}
