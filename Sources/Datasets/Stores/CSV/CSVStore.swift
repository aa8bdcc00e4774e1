import Diagnostics

/// Rows of a table of text; the file is looked through once, and then read again where rows are wanted.
struct CSVStore: RecordStore {
    let recordShape: [Int]
    let element = StoredElement.float64
    private let file: ArrayFile
    private let dialect: CSVDialect
    private let columns: [Int]
    /// Where each record starts, and at last where the table ends.
    private let offsets: [Int]

    var count: Int { offsets.count - 1 }

    func bytes(rows: Range<Int>) throws(DatasetError) -> [UInt8] {
        if rows.isEmpty { return [] }
        let start = offsets[rows.lowerBound]
        let text = try file.read(at: start, count: offsets[rows.upperBound] - start)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * recordBytes)
        for row in rows {
            let record = text[offsets[row] - start..<offsets[row + 1] - start]
            let cells = dialect.cells(record)
            for column in columns {
                // The table was checked when it was opened; a cell can only differ if the file has changed since.
                guard column < cells.count, let number = cells[column].number else {
                    throw DatasetError(.unreadable, at: .file(file.path), "The file has changed while it was read.")
                }
                withUnsafeBytes(of: number) { bytes += $0 }
            }
        }
        return bytes
    }

    /// - Throws: `missingFile`, `missingDataset` (a column), `emptySet`, `raggedRow`, `missingValue`, `nonNumericCell` or
    ///   `unreadable`, with line and column.
    static func open(_ description: DatasetDescription) throws(DatasetError) -> OpenedStore {
        let file = try ArrayFile.open(description.path, blame: description.location)
        var lookahead = try CSVRecords(file)
        guard let first = try lookahead.next() else {
            throw DatasetError(.emptySet, at: description.place, "The table '\(description.path)' is empty.")
        }
        let dialect = CSVDialect(guessing: Array(first.bytes))
        let second = try lookahead.next().map { dialect.cells($0.bytes) }
        let columns = try CSVColumns(first: dialect.cells(first.bytes), second: second, description)
        var records = try CSVRecords(file)
        if columns.hasHeader { _ = try records.next() }
        var offsets: [Int] = []
        var labels: [String] = []
        var subjects: [String] = []
        var attributes: [String] = []
        var end = 0
        while let record = try records.next() {
            let cells = dialect.cells(record.bytes)
            try check(cells, columns, record.line, file.path)
            offsets.append(record.offset)
            end = record.offset + record.bytes.count
            if let y = columns.y { labels.append(cells[y].text) }
            if let subject = columns.subject { subjects.append(cells[subject].text) }
            if let attribute = columns.attribute { attributes.append(cells[attribute].text) }
        }
        return OpenedStore(
            records: CSVStore(
                recordShape: [columns.x.count],
                file: file,
                dialect: dialect,
                columns: columns.x,
                offsets: offsets + [end]
            ),
            labels: columns.y == nil ? nil : column(labels),
            subjects: columns.subject == nil ? nil : .texts(subjects),
            attributes: columns.attribute == nil ? nil : .texts(attributes),
            source: description.path
        )
    }

    private init(recordShape: [Int], file: ArrayFile, dialect: CSVDialect, columns: [Int], offsets: [Int]) {
        self.recordShape = recordShape
        self.file = file
        self.dialect = dialect
        self.columns = columns
        self.offsets = offsets
    }

    /// Numbers when all cells are whole numbers, else texts.
    private static func column(_ texts: [String]) -> StoredColumn {
        let numbers = texts.compactMap { text in Double(text).flatMap { $0 == $0.rounded() ? $0 : nil } }
        return numbers.count == texts.count ? .numbers(numbers) : .texts(texts)
    }

    private static func check(
        _ cells: [CSVCell],
        _ columns: CSVColumns,
        _ line: Int,
        _ path: String
    ) throws(DatasetError) {
        guard cells.count == columns.names.count else {
            throw DatasetError(
                .raggedRow,
                at: .file(path, line: line),
                "There are \(cells.count) cells where the first line has \(columns.names.count)."
            )
        }
        for column in columns.x {
            guard let number = cells[column].number, !number.isNaN else {
                throw refusal(cells[column], column, columns, line, path)
            }
        }
        for column in [columns.y, columns.subject, columns.attribute].compactMap({ $0 })
        where cells[column].isMissing {
            throw refusal(cells[column], column, columns, line, path)
        }
    }

    private static func refusal(
        _ cell: CSVCell,
        _ column: Int,
        _ columns: CSVColumns,
        _ line: Int,
        _ path: String
    ) -> DatasetError {
        let name = columns.hasHeader ? "'\(columns.names[column])'" : "\(column)"
        return DatasetError(
            cell.isMissing ? .missingValue : .nonNumericCell,
            at: .file(path, line: line, column: cell.column),
            cell.isMissing
                ? "The value of column \(name) is missing ('\(cell.text)')."
                : "The cell '\(cell.text.prefix(40))' of column \(name) is no number."
        )
    }
}
