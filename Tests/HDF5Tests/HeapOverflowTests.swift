import Foundation
import TestSupport
import Testing

@testable import HDF5

/// A text that is longer in the file's heap than the element says: libhdf5 1.10 writes over the memory of whoever reads it.
struct HeapOverflowTests {
    private static let length = 400_000

    /// Makes every element that names a text of `length` bytes say 4 bytes; returns how many there were.
    private static func shorten(_ path: String) throws -> Int {
        let url = URL(filePath: path)
        var data = try Data(contentsOf: url)
        let pattern = withUnsafeBytes(of: UInt32(length).littleEndian) { Data($0) }
        let heap = Data("GCOL".utf8)
        var count = 0
        var start = 0
        while let found = data.range(of: pattern, in: start..<data.count) {
            start = found.upperBound
            guard start + 8 <= data.count else { break }
            let address = data[start..<start + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard address >= 0, address < data.count - 4, data[address..<address + 4] == heap else { continue }
            data.replaceSubrange(found, with: [4, 0, 0, 0])
            count += 1
        }
        let file = try FileHandle(forWritingTo: url)
        try file.write(contentsOf: data)
        try file.close()
        return count
    }

    private static func file(in folder: WorkFolder) throws -> String {
        let path = folder.path("texts.h5")
        try HDF5File.write(path) { file in
            let late = try file.root.createGroup("late")
            try late.setAttribute("text", string: String(repeating: "x", count: length))
            let texts = try late.createDataset("texts", shape: [2], type: .string)
            try texts.write(strings: [String(repeating: "x", count: length), "honest"])
        }
        return path
    }

    /// The file turns bad after it was rehearsed, as one does whose harm a child happens to survive.
    @Test func whoeverReadsItAnywaySurvives() throws {
        let folder = try WorkFolder()
        let path = try Self.file(in: folder)
        let file = try HDF5File.open(path)
        #expect(try Self.shorten(path) == 2)
        let late = try file.root.group("late")
        // The harm is done in the memory of a child, which may crash or not.
        let text = Result { try late.stringAttribute("text") }
        if case .failure(let error) = text { #expect((error as? HDF5Error)?.code == .crashes) }
        let texts = try late.dataset("texts")
        let read = Result { try texts.readStrings() }
        if case .failure(let error) = read { #expect((error as? HDF5Error)?.code == .crashes) }
        #expect(try texts.readStrings(rows: 1..<2) == ["honest"])
    }
}
