import AuditCore

/// A row of the table of measurements.
struct MeasurementRow {
    /// The columns, in order.
    enum Column: Int, CaseIterable {
        case row, attack, approach, shadowSize, `class`, statistic, value, low, high, confidence, members, nonMembers,
            repeats, sd, method, note, gate, result, waived, bound, threshold, severity, exitCode, population

        var name: String { "\(self)" }
    }

    private(set) var cells: [CSVTable.Cell?]

    /// Starts a row of a kind: `verdict`, `gate`, `measurement` or `class`.
    init(_ kind: String) {
        cells = Array(repeating: nil, count: Column.allCases.count)
        cells[Column.row.rawValue] = .text(kind)
    }

    /// Puts words into a cell.
    mutating func put(_ text: String?, _ column: Column) { cells[column.rawValue] = text.map(CSVTable.Cell.text) }

    /// Puts a figure into a cell; one that is not there leaves it empty.
    mutating func put(_ value: Double?, _ column: Column) {
        cells[column.rawValue] = NumberText.of(value).map(CSVTable.Cell.number)
    }

    /// Puts a count into a cell.
    mutating func put(_ count: Int, _ column: Column) { cells[column.rawValue] = .number(NumberText.of(count)) }

    mutating func put(attack: String, _ approach: Approach, _ shadowSize: Int) {
        put(attack, .attack)
        put(approach.rawValue, .approach)
        put(shadowSize, .shadowSize)
    }

    mutating func put(members: Int, _ nonMembers: Int) {
        put(members, .members)
        put(nonMembers, .nonMembers)
    }

    mutating func put(_ interval: Interval?) {
        guard let interval else { return }
        put(interval.low, .low)
        put(interval.high, .high)
        put(interval.confidence, .confidence)
    }
}
