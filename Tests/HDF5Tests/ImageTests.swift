import Foundation
import HDF5
import Testing

/// Files that lie in memory.
@Suite struct ImageTests {
    private func image() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "image-\(UUID().uuidString).h5").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try HDF5File.write(path) { file in
            try file.root.setAttribute("name", string: "in memory")
            let group = try file.root.createGroup("a/b")
            try group.createDataset("c", shape: [2, 3], floats: [1, 2, 3, 4, 5, 6])
        }
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    @Test func readsWhatLiesInMemory() throws {
        let bytes = try image()
        let dataset: HDF5Dataset
        do {
            let file = try HDF5File.open(HDF5Image(bytes), name: "x.keras")
            #expect(try file.root.stringAttribute("name") == "in memory")
            dataset = try file.root.dataset("a/b/c")
        }
        // The bytes live as long as anything of the file does.
        #expect(try dataset.readFloats() == [1, 2, 3, 4, 5, 6])
        #expect(dataset.file == "x.keras")
    }

    @Test func severalLieThereAtOnce() throws {
        let bytes = try image()
        var files = try (0..<8).map { _ in try HDF5File.open(HDF5Image(bytes), name: "x.keras") }
        files.removeFirst(4)
        for file in files { #expect(try file.root.dataset("a/b/c").readFloats(rows: 1..<2) == [4, 5, 6]) }
    }

    @Test func theNameMayBeThatOfAFile() throws {
        let bytes = try image()
        let path = FileManager.default.temporaryDirectory.appending(path: "name-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("other".utf8).write(to: URL(filePath: path))
        let file = try HDF5File.open(HDF5Image(bytes), name: path)
        #expect(try file.root.memberNames() == ["a"])
    }

    @Test func refusesWhatIsNone() throws {
        let bytes = try image()
        #expect(code { try HDF5File.open(HDF5Image([]), name: "x") } == .notHDF5)
        #expect(code { try HDF5File.open(HDF5Image([1, 2, 3]), name: "x") } == .notHDF5)
        for part in 1..<50 {
            let cut = HDF5Image([UInt8](bytes.prefix(bytes.count * part / 50)))
            let found = code { try HDF5File.open(cut, name: "x") }
            #expect(found == .truncated || found == .damaged || found == .notHDF5)
        }
    }

    private func code(_ body: () throws -> HDF5File) -> HDF5Error.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? HDF5Error)?.code
        }
    }
}
