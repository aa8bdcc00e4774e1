import Diagnostics
import Testing

@testable import Datasets

/// Sets in an HDF5 file written by h5py.
struct HDF5SetTests {
    @Test func recordsAndLabels() throws {
        let set = try small(subject: "subject")
        #expect(set.count == 20)
        #expect(set.recordShape == [4, 3])
        #expect(set.recordLength == 12)
        #expect(set.labels == (0..<20).map { $0 % 3 })
        #expect(set.classCount == 3)
        #expect(set.perClass == [7, 7, 6])
        #expect(set.classNames == [])
        #expect(set.subjects?.prefix(3) == ["100", "100", "101"])
        let described = DatasetDescription(path: fixture("small.h5"), x: "x", y: "y", attribute: "subject")
        #expect(try Dataset.open(described, role: "members").attributes == set.subjects)
        #expect(try set.values(rows: 2..<4) == fixtureRecord(2) + fixtureRecord(3))
        #expect(try set.values(rows: [19, 0, 19]) == fixtureRecord(19) + fixtureRecord(0) + fixtureRecord(19))
        #expect(try set.values(rows: 5..<5) == [])
        expect(.badRows, at: .record(20, set: "members")) { _ = try set.values(rows: 19..<21) }
        expect(.badRows, at: .record(-1, set: "members")) { _ = try set.values(rows: [3, -1]) }
    }

    @Test(arguments: [
        ("float32", Float(8), Float(0)), ("float64 big-endian", 8, 0), ("int16", 1, 100),
    ])
    func otherKindsOfNumbers(_ name: String, _ factor: Float, _ offset: Float) throws {
        let set = try small(name)
        let expected = (fixtureRecord(7) + fixtureRecord(1)).map { ($0 - offset) / factor }
        #expect(try set.values(rows: [7, 1]) == expected)
    }

    @Test func plainVectorsAreRecordsOfOneNumber() throws {
        let set = try small("flat")
        #expect(set.recordShape == [1])
        #expect(try set.values(rows: 3..<6) == [3, 4, 5])
    }

    @Test(arguments: ["one-hot", "column", "text", "bytes"])
    func labelsInEveryForm(_ y: String) throws {
        let set = try small(y: y)
        #expect(set.labels == (0..<20).map { $0 % 3 })
        #expect(set.classNames == (y == "text" || y == "bytes" ? ["ant", "bee", "cow"] : []))
    }

    @Test func namedClassesOrderTheLabels() throws {
        #expect(try small(y: "text", classNames: ["cow", "dog", "bee", "ant"]).labels.prefix(3) == [3, 2, 0])
        #expect(try small(y: "y", classNames: ["2", "0", "1"]).labels.prefix(3) == [1, 2, 0])
        #expect(try small(y: "y", classNames: ["a", "b", "c"]).labels.prefix(3) == [0, 1, 2])
        expect(.badLabel, at: .record(2, set: "members")) { _ = try small(y: "text", classNames: ["ant", "bee"]) }
        expect(.labelOutOfRange, at: .record(2, set: "members")) { _ = try small(y: "y", classNames: ["a", "b"]) }
    }

    @Test func labelsThatAreRefused() throws {
        expect(.labelOutOfRange, at: .record(0, set: "members")) { _ = try small(y: "negative") }
        expect(.badLabel, at: .record(1, set: "members")) { _ = try small(y: "half") }
        expect(.rowCountMismatch) { _ = try small(y: "short") }
        let set = try small()
        try set.checkLabels(below: 3)
        expect(.labelOutOfRange, at: .record(2, set: "members")) { try set.checkLabels(below: 2) }
    }

    @Test func selectedRows() throws {
        let part = try small(rows: .range(5..<8))
        #expect(part.labels == [2, 0, 1])
        #expect(try part.values(rows: 1..<3) == fixtureRecord(6) + fixtureRecord(7))
        #expect(try part.values(rows: [2]) == fixtureRecord(7))
        let listed = try small(subject: "subject", rows: .file(fixture("rows.txt")))
        #expect(listed.labels == [1, 0, 1, 1])
        #expect(listed.subjects == ["109", "100", "103", "103"])
        #expect(try listed.values(rows: 0..<2) == fixtureRecord(19) + fixtureRecord(0))
        #expect(try listed.values(rows: [3, 0]) == fixtureRecord(7) + fixtureRecord(19))
        expect(.badRows) { _ = try small(rows: .range(5..<21)) }
        expect(.badRows, at: .file(fixture("bad-rows.txt"), line: 3)) {
            _ = try small(rows: .file(fixture("bad-rows.txt")))
        }
        expect(.missingFile) { _ = try small(rows: .file(fixture("absent.txt"))) }
        expect(.emptySet) { _ = try small(rows: .range(3..<3)) }
    }

    @Test func rangesAreReadFromText() {
        #expect(RowSelection(range: "0..<500") == .range(0..<500))
        #expect(RowSelection(range: " 3 ..< 9 ") == .range(3..<9))
        for text in ["", "5", "9..<3", "-1..<3", "a..<b", "0...5", "0..<5..<6"] {
            #expect(RowSelection(range: text) == nil, "\(text)")
        }
    }

    @Test func mistakesBlameTheLineOfTheManifest() throws {
        let line = Location.file("audit.yaml", line: 12, column: 3)
        func open(_ path: String, _ x: String, y: String? = nil) throws {
            _ = try Dataset.open(DatasetDescription(path: path, x: x, y: y, location: line), role: "members")
        }
        expect(.missingFile, at: line) { try open(fixture("absent.h5"), "x") }
        expect(.missingDataset, at: line) { try open(fixture("small.h5"), "xs") }
        expect(.emptySet, at: line) { try open(fixture("small.h5"), "empty", y: "empty") }
        expect(.unsupportedFormat, at: .hdf5(file: fixture("small.h5"), object: "/words")) {
            try open(fixture("small.h5"), "words")
        }
        expect(.unsupportedFormat) { try open(fixture("make.py"), "x") }
        expect(.missingLabels) {
            _ = try Dataset.open(DatasetDescription(path: fixture("u1.npy")), role: "members")
        }
        let short = DatasetDescription(path: fixture("small.h5"), x: "again")
        expect(.rowCountMismatch, at: .file(short.path)) { _ = try Dataset.open(short, role: "x") }
        #expect(try Dataset.open(short, role: "x", labelled: false).count == 3)
        let unlabelled = try Dataset.open(DatasetDescription(path: fixture("u1.npy")), role: "x", labelled: false)
        #expect(unlabelled.labels == [] && unlabelled.classCount == 0)
    }
}
