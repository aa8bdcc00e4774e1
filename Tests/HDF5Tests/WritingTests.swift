import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HDF5

/// Files written here, read back here and by h5dump.
struct WritingTests {
    let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    @Test func everyKindComesBack() throws {
        let path = folder.path("kinds.h5")
        let file = try HDF5File.create(path)
        try file.root.createDataset("a/b/floats", shape: [2, 3], floats: [1, 2, 3, 4, 5, 6.5])
        try file.root.createDataset("doubles", shape: [3], doubles: [0.1, -.infinity, 3], layout: .init(gzip: 6))
        try file.root.createDataset("ints", shape: [2], ints: [Int.min, Int.max])
        try file.root.createDataset("bytes", shape: [4, 1], bytes: [0, 127, 128, 255], layout: .init(chunkRows: 3))
        try file.root.createDataset("strings", shape: [3], strings: ["", "größe", "x"])
        try file.root.createDataset("scalar", shape: [], doubles: [4])
        try file.root.createDataset("none", shape: [0, 5], floats: [])
        let half = try file.root.createDataset("half", shape: [2], type: .float16)
        try half.write(floats: [0.5, 65504])
        try file.close()

        let root = try HDF5File.open(path).root
        #expect(try root.dataset("a/b/floats").readFloats() == [1, 2, 3, 4, 5, 6.5])
        #expect(try root.dataset("doubles").readDoubles() == [0.1, -.infinity, 3])
        #expect(try root.dataset("ints").readInts() == [Int.min, Int.max])
        #expect(try root.dataset("bytes").readBytes() == [0, 127, 128, 255])
        #expect(try root.dataset("strings").readStrings() == ["", "größe", "x"])
        #expect(try root.dataset("scalar").readDoubles() == [4])
        #expect(try root.dataset("none").shape == [0, 5])
        #expect(try root.dataset("half").elementType == .float16)
        #expect(try root.dataset("half").readFloats() == [0.5, 65504])
    }

    @Test func attributesComeBack() throws {
        let path = folder.path("attributes.h5")
        let file = try HDF5File.create(path)
        let long = String(repeating: "Ü", count: 200_000)
        let group = try file.root.createGroup("g/h")
        try group.setAttribute("config", string: "first")
        try group.setAttribute("config", string: long)
        try group.setAttribute("names", strings: ["conv1", "größe", ""])
        try group.setAttribute("no names", strings: [])
        try group.setAttribute("double", double: 0.1)
        try group.setAttribute("int", int: -3)
        try group.setAttribute("ints", ints: [1, 2])
        expect(.writeFailed) { try group.setAttribute("too many", strings: [long]) }
        try file.close()

        let read = try HDF5File.open(path).root.group("g/h")
        #expect(try read.stringAttribute("config") == long)
        #expect(try read.stringsAttribute("names") == ["conv1", "größe", ""])
        #expect(try read.stringsAttribute("no names") == [])
        #expect(try read.doubleAttribute("double") == 0.1)
        #expect(try read.intAttribute("int") == -3)
        #expect(try read.intsAttribute("ints") == [1, 2])
    }

    @Test func rowsAreWrittenAndAppended() throws {
        let file = try HDF5File.create(folder.path("rows.h5"))
        let growing = try file.root.createDataset("g", shape: [0, 2], type: .float32, layout: .init(growing: true))
        try growing.write(floats: [1, 2, 3, 4])
        try growing.write(floats: [5, 6], startingAtRow: 2)
        try growing.write(doubles: [30, 40], startingAtRow: 1)
        #expect(growing.shape == [3, 2])
        #expect(try growing.readFloats() == [1, 2, 30, 40, 5, 6])

        let fixed = try file.root.createDataset("f", shape: [2, 2], type: .uint8)
        try fixed.write(bytes: [7, 8], startingAtRow: 1)
        try fixed.write(ints: [300, -1], startingAtRow: 0)
        #expect(try fixed.readBytes() == [255, 0, 7, 8])
        expect(.wrongShape) { try fixed.write(bytes: [1, 2], startingAtRow: 2) }
        expect(.wrongShape) { try fixed.write(bytes: [1, 2, 3]) }
        expect(.wrongType) { try fixed.write(strings: ["a", "b"]) }
        let texts = try file.root.createDataset("t", shape: [0], type: .string, layout: .init(growing: true))
        try texts.write(strings: ["a", "ß"])
        try texts.write(strings: ["c"], startingAtRow: 2)
        #expect(try texts.readStrings() == ["a", "ß", "c"])
    }

    @Test func refusals() throws {
        let file = try HDF5File.create(folder.path("refusals.h5"))
        try file.root.createDataset("x", shape: [1], ints: [1])
        expect(.alreadyExists) { try file.root.createDataset("x", shape: [1], ints: [1]) }
        expect(.wrongShape) { try file.root.createDataset("y", shape: [2, 2], ints: [1]) }
        expect(.wrongShape) { try file.root.createDataset("z", shape: [Int.max, 8], type: .float32) }
        expect(.wrongType) { try file.root.createDataset("w", shape: [1], type: .other("compound")) }
        expect(.wrongType) { try file.root.createGroup("x") }
        expect(.cannotCreate) { _ = try HDF5File.create(folder.path("absent/file.h5")) }
        expect(.cannotCreate) { _ = try HDF5File.create(folder.path) }
    }

    @Test func aClosedFileIsAnErrorAndNotACrash() throws {
        let file = try HDF5File.create(folder.path("closed.h5"))
        let dataset = try file.root.createDataset("x", shape: [1], ints: [1])
        try file.close()
        try file.close()
        expect(.fileClosed, at: .hdf5(file: file.path, object: "/x")) { _ = try dataset.readInts() }
        expect(.fileClosed) { try dataset.write(ints: [2]) }
        expect(.fileClosed) { _ = try file.root.memberNames() }
        expect(.fileClosed) { _ = try dataset.stringAttribute("a") }
        expect(.fileClosed) { try file.root.createGroup("g") }
    }

    @Test func objectsKeepTheirFileOpen() throws {
        let path = folder.path("kept.h5")
        func make() throws -> HDF5Dataset {
            try HDF5File.create(path).root.createDataset("x", shape: [2], ints: [1, 2])
        }
        #expect(try make().readInts() == [1, 2])
        #expect(try HDF5File.open(path).root.dataset("x").readInts() == [1, 2])
    }

    @Test func aFullDiskIsATypedError() throws {
        expect(.cannotCreate, at: .file("/dev/full")) { _ = try HDF5File.create("/dev/full") }
    }

    // libhdf5 cannot close a file whose last bytes do not fit; it keeps it among its open files, where a later file with
    // the same inode would meet it. A command ends after such an error; so do these tests, in processes of their own.
    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small tmpfs"))
    func aDiskThatFillsUpIsATypedError() async {
        await #expect(processExitsWith: .success) { try WritingTests.fillDisk(gzip: nil) }
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small tmpfs"))
    func aDiskThatFillsUpWithCompressedChunksIsATypedError() async {
        await #expect(processExitsWith: .success) { try WritingTests.fillDisk(gzip: 6) }
    }

    private static func fillDisk(gzip: Int?) throws {
        let folder = try WorkFolder()
        let disk = try SmallDisk(folder.path("disk"), kibibytes: 512)
        var state: UInt64 = 1
        let noise = (0..<1 << 21).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        expect(.writeFailed) {
            try HDF5File.write(disk.path + "/full.h5") { file in
                try file.root.createDataset("x", shape: [1 << 11, 1 << 10], bytes: noise, layout: .init(gzip: gzip))
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test func atomicWritingLeavesAllOrNothing() throws {
        let path = folder.path("whole.h5")
        try HDF5File.write(path) { try $0.root.createDataset("x", shape: [1], ints: [1]) }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try HDF5File.write(path) { file in
                try file.root.createDataset("x", shape: [1], ints: [2])
                throw Stop()
            }
        }
        #expect(try HDF5File.open(path).root.dataset("x").readInts() == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["whole.h5"])
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/h5dump"), "needs h5dump (hdf5-tools)"))
    func anotherReaderAgrees() throws {
        let path = folder.path("dump.h5")
        let file = try HDF5File.create(path)
        let dataset = try file.root.createDataset(
            "g/x",
            shape: [2, 2],
            floats: [1, 2, 3, 4.5],
            layout: .init(gzip: 1)
        )
        try dataset.setAttribute("names", strings: ["a", "bcd"])
        try file.close()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/h5dump")
        process.arguments = ["-p", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        for part in ["H5T_IEEE_F32LE", "DEFLATE { LEVEL 1 }", "(1,0): 3, 4.5", "STRSIZE 3;", "H5T_STR_NULLPAD"] {
            #expect(text.contains(part), "\(text)")
        }
    }
}
