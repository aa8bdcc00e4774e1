import Diagnostics

/// Which columns of a table are the record, its label, its subject and its sensitive attribute.
struct CSVColumns {
    /// Names of the header; numbers from 0 when there is none.
    let names: [String]
    let hasHeader: Bool
    let x: [Int]
    let y: Int?
    let subject: Int?
    let attribute: Int?

    /// - Parameters:
    ///   - first: cells of the first line.
    ///   - second: cells of the second line, when there is one.
    /// - Throws: `missingDataset` for a column that is not there, `nonNumericCell` when no column holds numbers.
    init(first: [CSVCell], second: [CSVCell]?, _ description: DatasetDescription) throws(DatasetError) {
        let header = !first.contains { $0.number != nil || $0.isMissing }
        let names = header ? first.map(\.text) : first.indices.map(String.init)
        self.names = names
        hasHeader = header
        func index(_ name: String) throws(DatasetError) -> Int {
            if let index = names.firstIndex(of: name) { return index }
            if let number = Int(name), (-names.count..<names.count).contains(number) {
                return number < 0 ? number + names.count : number
            }
            throw DatasetError(
                .missingDataset,
                at: description.place,
                "There is no column '\(name)' in '\(description.path)'.",
                remedy: NearestName.hint(name, among: names)
            )
        }
        y = try description.y.map(index)
        subject = try description.subject.map(index)
        attribute = try description.attribute.map(index)
        if description.columns.isEmpty {
            let sample = header ? second ?? [] : first
            let taken = [y, subject, attribute]
            x = sample.indices.filter { !taken.contains($0) && sample[$0].number != nil }
        } else {
            x = try description.columns.map(index)
        }
        guard !x.isEmpty else {
            throw DatasetError(.nonNumericCell, at: .file(description.path), "No column of the table holds numbers.")
        }
    }
}
