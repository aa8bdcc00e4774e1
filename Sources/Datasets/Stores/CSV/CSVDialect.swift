/// What separates the cells of a table.
struct CSVDialect: Sendable, Hashable {
    let separator: UInt8

    /// Whether several separators in a row count as one, as with spaces.
    var merges: Bool { separator == UInt8(ascii: " ") }

    /// The separator that stands most often in the first line, outside of quotes.
    init(guessing line: [UInt8]) {
        var isQuoted = false
        var counts: [UInt8: Int] = [:]
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
        let best = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
        let spaces = UInt8(ascii: " ")
        separator = counts[best, default: 0] > 0 || counts[spaces, default: 0] == 0 ? best : spaces
    }

    /// The cells of one record: text without quotes and blanks around it, and the column (from 1) where it starts.
    func cells(_ record: ArraySlice<UInt8>) -> [CSVCell] {
        var cells: [CSVCell] = []
        var text: [UInt8] = []
        var start = record.startIndex
        var isQuoted = false
        var index = record.startIndex
        func finish(_ text: [UInt8], _ start: Int) {
            let text = CSVDialect.trimmed(text)
            if merges, text.isEmpty { return }
            cells.append(CSVCell(text: text, column: start - record.startIndex + 1))
        }
        while index < record.endIndex {
            let byte = record[index]
            if byte == UInt8(ascii: "\"") {
                if isQuoted, index + 1 < record.endIndex, record[index + 1] == byte {
                    text.append(byte)
                    index += 1
                } else {
                    isQuoted.toggle()
                }
            } else if byte == separator, !isQuoted {
                finish(text, start)
                text.removeAll(keepingCapacity: true)
                start = index + 1
            } else {
                text.append(byte)
            }
            index += 1
        }
        finish(text, start)
        return cells
    }

    private static func trimmed(_ text: [UInt8]) -> String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
        return String(decoding: text[..<end].drop(while: isBlank), as: UTF8.self)
    }
}

/// One cell of a table.
struct CSVCell: Sendable, Hashable {
    let text: String
    /// Column in bytes, from 1, where the cell starts in its line.
    let column: Int

    /// The cell's number; nil when it is none.
    var number: Double? { Double(text) }

    /// Whether the cell says that its value is not known.
    var isMissing: Bool {
        ["", "?", "na", "n/a", "nan", "null", "none"].contains(text.lowercased())
    }
}
