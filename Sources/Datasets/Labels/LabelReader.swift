import Diagnostics

/// Turns stored labels into class numbers 0..<K.
struct LabelReader {
    /// Where nothing says how many classes there are, a larger label is taken for something else.
    private static let mostClasses = 1 << 20

    /// Class of each record.
    let labels: [Int]
    /// Names of the classes; empty when nothing names them.
    let classNames: [String]

    /// - Parameters:
    ///   - column: whole numbers, class names, or one-hot rows (the largest element of a row is its class).
    ///   - classNames: names in label order; from the texts themselves, sorted, when empty.
    ///   - rows: the rows of the column that make up the set, in its order.
    ///   - numbersAreClasses: whether numbers count classes already, whatever the names look like.
    ///   - role: of the set, for errors.
    /// - Throws: `badLabel` or `labelOutOfRange`, with the row.
    init(
        _ column: StoredColumn,
        rows: [Int],
        classNames: [String],
        numbersAreClasses: Bool,
        role: String
    ) throws(DatasetError) {
        let stored = LabelReader.texts(column, matching: numbersAreClasses ? [] : classNames)
        switch stored {
        case .texts(let texts):
            let selected = rows.map { texts[$0] }
            let names = classNames.isEmpty ? Set(selected).sorted() : classNames
            labels = try LabelReader.match(selected, names, role)
            self.classNames = names
        case .numbers(let numbers):
            labels = try LabelReader.whole(rows.map { numbers[$0] }, role)
            self.classNames = classNames
        case .rows(let values, let width):
            labels = try LabelReader.largest(values, width, rows, role)
            self.classNames = classNames
        }
        guard !self.classNames.isEmpty else { return }
        try LabelReader.check(labels, below: self.classNames.count, role: role)
    }

    /// - Throws: `labelOutOfRange` with the first row whose label is not in 0..<K.
    static func check(_ labels: [Int], below classes: Int, role: String) throws(DatasetError) {
        guard let row = labels.firstIndex(where: { $0 < 0 || $0 >= classes }) else { return }
        throw DatasetError(
            .labelOutOfRange,
            at: .record(row, set: role),
            "The label \(labels[row]) is not in 0..<\(classes)."
        )
    }

    /// Numbers as texts where the named classes are numbers themselves, such as `["2", "4"]`.
    private static func texts(_ column: StoredColumn, matching classNames: [String]) -> StoredColumn {
        guard case .numbers(let numbers) = column, !classNames.isEmpty,
            classNames.allSatisfy({ Int($0) != nil }), numbers.allSatisfy({ Int(exactly: $0) != nil })
        else { return column }
        return .texts(numbers.map { "\(Int($0))" })
    }

    private static func match(_ texts: [String], _ names: [String], _ role: String) throws(DatasetError) -> [Int] {
        let numbers = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        var labels: [Int] = []
        labels.reserveCapacity(texts.count)
        for (row, text) in texts.enumerated() {
            guard let label = numbers[text] else {
                throw DatasetError(
                    .badLabel,
                    at: .record(row, set: role),
                    "The label '\(text.prefix(40))' is none of the named classes.",
                    remedy: NearestName.hint(text, among: names)
                )
            }
            labels.append(label)
        }
        return labels
    }

    private static func whole(_ numbers: [Double], _ role: String) throws(DatasetError) -> [Int] {
        var labels: [Int] = []
        labels.reserveCapacity(numbers.count)
        for (row, number) in numbers.enumerated() {
            guard let label = Int(exactly: number) else {
                throw DatasetError(.badLabel, at: .record(row, set: role), "The label \(number) is no whole number.")
            }
            guard (0..<mostClasses).contains(label) else {
                let summary = "The label \(label) is not in 0..<\(mostClasses)."
                throw DatasetError(.labelOutOfRange, at: .record(row, set: role), summary)
            }
            labels.append(label)
        }
        return labels
    }

    private static func largest(
        _ values: [Double],
        _ width: Int,
        _ rows: [Int],
        _ role: String
    ) throws(DatasetError) -> [Int] {
        var labels: [Int] = []
        labels.reserveCapacity(rows.count)
        for (row, stored) in rows.enumerated() {
            var best = 0
            for index in 0..<width {
                guard values[stored * width + index].isFinite else {
                    throw DatasetError(.badLabel, at: .record(row, set: role), "The one-hot label is not finite.")
                }
                if values[stored * width + index] > values[stored * width + best] { best = index }
            }
            labels.append(best)
        }
        return labels
    }
}
