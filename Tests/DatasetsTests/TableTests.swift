import Diagnostics
import Foundation
import Testing

@testable import Datasets

/// Tables of text.
struct TableTests {
    private func open(_ file: String, y: String? = nil, columns: [String] = [], names: [String] = []) throws -> Dataset
    {
        let description = DatasetDescription(path: fixture(file), columns: columns, y: y, classNames: names)
        return try Dataset.open(description, role: "table", labelled: y != nil)
    }

    @Test func headersQuotesAndLineEnds() throws {
        let set = try open("table.csv", y: "class")
        #expect(set.count == 3 && set.recordShape == [2])
        #expect(try set.values(rows: 0..<3) == [31, 1.5, 42, -0.2, 7, 0.5])
        #expect(try set.values(rows: [2, 0]) == [7, 0.5, 31, 1.5])
        #expect(set.labels == [1, 0, 1])
        #expect(set.classNames == ["no", "yes"])
        #expect(try open("table.csv", y: "-1", columns: ["height, m"]).values(rows: 1..<2) == [-0.2])
        #expect(try open("table.csv", y: "3", names: ["yes", "no"]).labels == [0, 1, 0])
    }

    /// A sensitive attribute is a feature only where it is named as one.
    @Test func attributes() throws {
        let description = DatasetDescription(path: fixture("table.csv"), y: "class", attribute: "0")
        let set = try Dataset.open(description, role: "table")
        #expect(set.recordShape == [1] && set.attributes == ["31", "42", "7"] && set.subjects == nil)
        let both = DatasetDescription(
            path: fixture("table.csv"),
            columns: ["0", "height, m"],
            y: "class",
            attribute: "0"
        )
        #expect(try Dataset.open(both, role: "table").recordShape == [2])
        let unknown = DatasetDescription(path: fixture("table.csv"), y: "class", attribute: "sex")
        expect(.missingDataset) { _ = try Dataset.open(unknown, role: "table") }
    }

    @Test func otherSeparatorsAndNoHeader() throws {
        let set = try open("numbers.csv", y: "2")
        #expect(try set.values(rows: 0..<3) == [1, 2.5, 3, 4.5, 5, 6.5])
        #expect(set.labels == [0, 1, 1])
        let spaces = try open("spaces.dat", y: "c")
        #expect(try spaces.values(rows: 0..<2) == [1, 2, 3, 4])
        #expect(spaces.labels == [0, 1])
    }

    @Test func rowsInAnyOrderEqualNumPys() throws {
        let set = try open("wide.csv", y: "5")
        let data = try Data(contentsOf: URL(fileURLWithPath: fixture("wide.json")))
        let expected = try JSONDecoder().decode([Float].self, from: data)
        #expect(try set.values(rows: 0..<700) == expected)
        let order = (0..<700).map { $0 * 333 % 700 }
        let shuffled = try set.values(rows: order)
        #expect(shuffled == order.flatMap { expected[5 * $0..<5 * $0 + 5] })
    }

    @Test(arguments: [
        (
            "text-cell.csv", DatasetError.Code.nonNumericCell,
            Location.file(fixture("text-cell.csv"), line: 3, column: 3)
        ),
        ("missing.csv", .missingValue, .file(fixture("missing.csv"), line: 4, column: 3)),
        ("ragged.csv", .raggedRow, .file(fixture("ragged.csv"), line: 3)),
        ("open-quote.csv", .unsupportedFormat, .file(fixture("open-quote.csv"), line: 3)),
    ])
    func cellsThatAreRefused(_ file: String, _ code: DatasetError.Code, _ place: Location) {
        expect(code, at: place) { _ = try open(file, y: "y") }
    }

    @Test func tablesThatAreRefused() throws {
        expect(.emptySet) { _ = try open("empty.csv") }
        expect(.nonNumericCell) { _ = try open("header-only.csv") }
        expect(.emptySet) { _ = try open("header-only.csv", columns: ["a"]) }
        expect(.missingDataset) { _ = try open("wide.csv", y: "6") }
        expect(.missingDataset) { _ = try open("table.csv", y: "klass") }
        let infinite = try open("infinite.csv", y: "y")
        expect(.nonFiniteValue, at: .record(1, set: "table")) { try infinite.validate() }
    }
}
