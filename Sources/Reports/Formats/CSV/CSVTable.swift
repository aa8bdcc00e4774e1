/// A table as RFC 4180 has it: a header, CRLF, quotes where they are needed.
struct CSVTable {
    /// What stands in a cell.
    enum Cell {
        /// Words, which must stay words in a spreadsheet.
        case text(String)
        /// A number as this program wrote it.
        case number(String)
    }

    private let columns: [String]
    private(set) var bytes: [UInt8]

    init(columns: [String]) {
        self.columns = columns
        bytes = Array((columns.joined(separator: ",") + "\r\n").utf8)
    }

    /// Appends a row by the names of its columns; cells that are not named stay empty.
    mutating func append(_ row: [String: Cell]) {
        for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch row[column] {
            case .text(let text): bytes.append(contentsOf: Self.quoted(Self.inert(text)).utf8)
            case .number(let text): bytes.append(contentsOf: text.utf8)
            case nil: break
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// A spreadsheet takes a cell that starts with one of these for a formula or a command; an apostrophe prevents it.
    private static func inert(_ text: String) -> String {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace } ?? " "
        let acts = starters.contains(first) || text.hasPrefix("\t") || text.hasPrefix("\r") || text.hasPrefix("\n")
        return acts ? "'" + text : text
    }

    private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"]

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
