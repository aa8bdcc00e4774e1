/// A table as RFC 4180 has it: a header, CRLF, quotes where they are needed.
struct CSVTable {
    /// What stands in a cell.
    enum Cell {
        /// Words, which must stay words in a spreadsheet.
        case text(String)
        /// A number as this program wrote it.
        case number(String)
    }

    private(set) var bytes: [UInt8]

    init(columns: [String]) { bytes = Array((columns.joined(separator: ",") + "\r\n").utf8) }

    /// Appends a row, cell by cell in the order of the columns; nil for an empty one.
    mutating func append(_ row: [Cell?]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): bytes.append(contentsOf: Self.quoted(Self.inert(text)).utf8)
            case .number(let text): bytes.append(contentsOf: text.utf8)
            case nil: break
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// A spreadsheet takes a cell that starts with one of these for a formula or a command; an apostrophe prevents it.
    private static func inert(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let isLetter = ("a"..."z").contains(first) || ("A"..."Z").contains(first)
        return !isLetter && acts(text, first) ? "'" + text : text
    }

    private static func acts(_ text: String, _ first: Unicode.Scalar) -> Bool {
        let visible = text.unicodeScalars.first { !$0.properties.isWhitespace } ?? first
        return ["\t", "\r", "\n"].contains(first) || "=+-@|%＝＋－＠".unicodeScalars.contains(visible)
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
