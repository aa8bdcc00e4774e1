import Diagnostics
import Foundation

/// The rows of a store that make up a set, in its order.
enum RowIndex: Sendable {
    /// Consecutive rows.
    case range(Range<Int>)
    /// Any rows, in any order.
    case list([Int])

    /// The largest list of rows that is read, in bytes.
    private static let largestFile = 1 << 30

    var count: Int {
        switch self {
        case .range(let range): range.count
        case .list(let rows): rows.count
        }
    }

    var rows: [Int] {
        switch self {
        case .range(let range): Array(range)
        case .list(let rows): rows
        }
    }

    /// Resolves what a manifest selects from a store of `available` rows.
    ///
    /// - Throws: `badRows`, with the line of the list, or `missingFile`.
    init(_ description: DatasetDescription, available: Int) throws(DatasetError) {
        switch description.rows {
        case .all: self = .range(0..<available)
        case .range(let range):
            guard range.lowerBound >= 0, range.upperBound <= available else {
                throw DatasetError(
                    .badRows,
                    at: description.place,
                    "Rows \(range.lowerBound)..<\(range.upperBound) are selected, but there are \(available)."
                )
            }
            self = .range(range)
        case .file(let path): self = .list(try Self.read(path, available, description))
        }
    }

    private static func read(
        _ path: String,
        _ available: Int,
        _ description: DatasetDescription
    ) throws(DatasetError) -> [Int] {
        let file = try ArrayFile.open(path, blame: description.location)
        guard file.size <= largestFile else {
            throw DatasetError(.badRows, at: .file(path), "The list of rows is larger than 1 GiB.")
        }
        var records = try CSVRecords(file)
        var rows: [Int] = []
        while let record = try records.next() {
            let text = String(decoding: record.bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            guard let row = Int(text), (0..<available).contains(row) else {
                throw DatasetError(
                    .badRows,
                    at: .file(path, line: record.line),
                    "'\(text.prefix(40))' is none of the rows 0..<\(available)."
                )
            }
            rows.append(row)
        }
        return rows
    }
}
