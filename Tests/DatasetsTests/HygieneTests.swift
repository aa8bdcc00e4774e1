import Foundation
import Testing

@testable import Datasets

/// Digests, duplicates between sets, and values that are no numbers.
struct HygieneTests {
    @Test func digestsEqualPythons() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: fixture("digests.json")))
        let expected = try JSONDecoder().decode([String: String].self, from: data)
        let set = try small()
        #expect(try set.contentHashes()[2].description == expected["third"])
        #expect(try set.contentHash().description == expected["whole"])
        #expect(try set.contentHashes()[2].bytes.count == 32)
    }

    @Test func digestsDoNotDependOnTheFormat() throws {
        let hashes = try small().contentHashes()
        let npz = try Dataset.open(DatasetDescription(path: fixture("set.npz")), role: "npz")
        let idx = DatasetDescription(path: fixture("images-idx3-ubyte.gz"))
        #expect(try npz.contentHashes() == hashes)
        #expect(try Dataset.open(idx, role: "idx", labelled: false).contentHashes() == hashes)
        #expect(try small("with channel").contentHashes() == hashes)
        #expect(try small("float32").contentHashes() != hashes)
        #expect(Set(hashes).count == 20)
    }

    @Test func recordsInTwoSetsAreFound() throws {
        let first = try small(rows: .range(0..<10), role: "members")
        let second = try small(rows: .range(8..<20), role: "nonMembers")
        let third = try Dataset.open(
            DatasetDescription(path: fixture("small.h5"), x: "again", y: nil, rows: .range(0..<3)),
            role: "shadowTrain",
            labelled: false
        )
        let overlaps = try DatasetHygiene.overlaps(between: [first, second, third])
        #expect(overlaps.map(\.first) == ["members", "members", "nonMembers"])
        #expect(overlaps.map(\.second) == ["nonMembers", "shadowTrain", "shadowTrain"])
        #expect(overlaps.map(\.count) == [2, 1, 1])
        #expect(overlaps[0].examples.map(\.firstRow) == [8, 9])
        #expect(overlaps[0].examples.map(\.secondRow) == [0, 1])
        #expect(overlaps[1].examples.map(\.firstRow) == [3])
        let apart = try small(rows: .range(10..<20), role: "nonMembers")
        #expect(try DatasetHygiene.overlaps(between: [first, apart]) == [])
        let same = try DatasetHygiene.overlaps(between: [first, small(rows: .range(0..<10), role: "shadowTest")])
        #expect(same.first?.count == 10)
        #expect(same.first?.examples.count == 5)
    }

    @Test func valuesThatAreNotFiniteAreFoundByRow() throws {
        expect(.nonFiniteValue, at: .record(13, set: "members")) { try small("nan").validate() }
        expect(.nonFiniteValue, at: .record(7, set: "members")) { try small("inf").validate() }
        try small("nan", rows: .range(0..<13)).validate()
        expect(.nonFiniteValue, at: .record(3, set: "x")) {
            try small("nan", rows: .range(10..<20), role: "x").validate()
        }
    }

    @Test func setsOfAnotherKindAreFound() throws {
        let first = try small(y: "text")
        try DatasetHygiene.checkSameKind([first, small(), small(y: "bytes")])
        try DatasetHygiene.checkSameKind([])
        expect(.shapeMismatch, at: .record(0, set: "other")) {
            try DatasetHygiene.checkSameKind([first, small("flat", role: "other")])
        }
        expect(.classMismatch, at: .record(0, set: "other")) {
            let other = try small(y: "text", classNames: ["cow", "bee", "ant"], role: "other")
            try DatasetHygiene.checkSameKind([first, other])
        }
    }
}
