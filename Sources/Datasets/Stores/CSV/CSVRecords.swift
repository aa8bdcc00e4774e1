/// Goes through a text file record by record, a piece of bounded size at a time.
struct CSVRecords {
    /// One record: its bytes without the line end, where it starts in the file, and its line from 1.
    struct Record {
        let bytes: ArraySlice<UInt8>
        let offset: Int
        let line: Int
    }

    /// The longest record that is read, in bytes.
    private static let longestRecord = 64 << 20
    private static let pieceBytes = 1 << 20

    private let file: ArrayFile
    private var buffer: [UInt8] = []
    /// Where `buffer` starts in the file, and where the next record starts in `buffer`.
    private var bufferOffset = 0
    private var position = 0
    private var line = 1
    private let size: Int

    init(_ file: ArrayFile) throws(DatasetError) {
        self.file = file
        size = file.size
        if size >= 3, try file.read(at: 0, count: 3) == [0xEF, 0xBB, 0xBF] { bufferOffset = 3 }
    }

    /// The next record that is not blank; nil at the end.
    mutating func next() throws(DatasetError) -> Record? {
        while let record = try nextLine() {
            if record.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) { return record }
        }
        return nil
    }

    private mutating func nextLine() throws(DatasetError) -> Record? {
        var isQuoted = false
        var newlines = 0
        var end = position
        while true {
            if end == buffer.count {
                let grown = try refill(&end)
                if !grown, end == position { return nil }
                if !grown {
                    if isQuoted {
                        throw DatasetError(
                            .unsupportedFormat,
                            at: .file(file.path, line: line),
                            "A double quote is never closed."
                        )
                    }
                    return take(upTo: end, skipping: 0, newlines)
                }
            }
            let byte = buffer[end]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n") {
                newlines += 1
                if !isQuoted { return take(upTo: end, skipping: 1, newlines) }
            }
            end += 1
        }
    }

    private mutating func take(upTo end: Int, skipping: Int, _ newlines: Int) -> Record {
        let record = Record(bytes: buffer[position..<end], offset: bufferOffset + position, line: line)
        position = end + skipping
        line += newlines
        return record
    }

    /// Drops what was handed out and reads another piece; false at the end of the file.
    private mutating func refill(_ end: inout Int) throws(DatasetError) -> Bool {
        let have = bufferOffset + buffer.count
        let count = min(Self.pieceBytes, size - have)
        guard count > 0 else { return false }
        buffer.removeFirst(position)
        bufferOffset += position
        end -= position
        position = 0
        guard buffer.count <= Self.longestRecord else {
            throw DatasetError(.unsupportedFormat, at: .file(file.path, line: line), "A line is longer than 64 MiB.")
        }
        buffer += try file.read(at: have, count: count)
        return true
    }
}
