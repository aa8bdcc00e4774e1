import TestSupport
import Testing

@testable import HDF5

/// Files written by h5py, against the values that `Fixtures/make.py` put in.
struct ReadingTests {
    let root: HDF5Group

    init() throws {
        root = try HDF5File.open(fixture("kinds.h5")).root
    }

    @Test(arguments: [
        ("u1", HDF5ElementType.uint8), ("u2", .uint16), ("u4", .uint32), ("u8", .uint64), ("i1", .int8),
        ("i2", .int16), ("i4", .int32), ("i8", .int64), ("f2", .float16), ("f4", .float32), ("f8", .float64),
    ])
    func numbersOfEveryKind(_ name: String, _ type: HDF5ElementType) throws {
        let dataset = try root.dataset("numbers/\(name)")
        let expected = (0..<24).map { name.hasPrefix("i") ? $0 - 12 : $0 }
        #expect(dataset.elementType == type)
        #expect(dataset.shape == [6, 4])
        #expect(dataset.count == 24)
        #expect(try dataset.readFloats() == expected.map(Float.init))
        #expect(try dataset.readDoubles(rows: 2..<4) == expected[8..<16].map(Double.init))
        if type.isInteger {
            #expect(try dataset.readInts() == expected)
            #expect(try dataset.readInts(rows: 5..<6) == Array(expected[20...]))
        } else {
            expect(.wrongType) { _ = try dataset.readInts() }
        }
        if type == .uint8 {
            #expect(try dataset.readBytes(rows: 0..<1) == [0, 1, 2, 3])
        } else {
            expect(.wrongType) { _ = try dataset.readBytes() }
        }
        #expect(try dataset.readStoredBytes().count == 24 * (type.byteCount ?? 0))
    }

    @Test func storedBytesAreLittleEndian() throws {
        #expect(
            try root.dataset("numbers/i2").readStoredBytes(rows: 0..<1) == [244, 255, 245, 255, 246, 255, 247, 255]
        )
        let big = try root.dataset("numbers/big-endian")
        #expect(try big.readFloats() == (0..<24).map { Float($0) / 8 })
        #expect(try big.readStoredBytes(rows: 2..<3) == [0, 0, 128, 63, 0, 0, 144, 63, 0, 0, 160, 63, 0, 0, 176, 63])
    }

    @Test func booleansScalarsAndEmptyArrays() throws {
        let bool = try root.dataset("numbers/bool")
        #expect(bool.elementType == .int8)
        #expect(try bool.readInts() == [1, 0, 1])
        #expect(try bool.readFloats(rows: 1..<3) == [0, 1])
        #expect(try bool.readStoredBytes() == [1, 0, 1])
        let scalar = try root.dataset("numbers/scalar")
        #expect(scalar.shape == [])
        #expect(try scalar.readDoubles() == [2.5])
        expect(.wrongShape) { _ = try scalar.readDoubles(rows: 0..<1) }
        let empty = try root.dataset("numbers/empty")
        #expect(empty.shape == [0, 4])
        #expect(try empty.readFloats() == [])
        #expect(try empty.readFloats(rows: 0..<0) == [])
        let null = try root.dataset("numbers/null")
        #expect(null.count == 0)
        #expect(try null.readFloats() == [])
    }

    @Test func compressedChunksByRows() throws {
        let dataset = try root.dataset("chunked")
        #expect(dataset.rowLength == 12)
        #expect(try dataset.readBytes() == (0..<120).map { UInt8($0) })
        #expect(try dataset.readBytes(rows: 2..<7) == (24..<84).map { UInt8($0) })
        #expect(try dataset.readFloats(rows: 9..<10) == (108..<120).map { Float($0) })
        expect(.wrongShape) { _ = try dataset.readBytes(rows: 8..<11) }
        expect(.wrongShape) { _ = try dataset.readBytes(rows: -1..<2) }
    }

    @Test func chunksLargerThanTheCacheAreDecodedOnce() throws {
        let dataset = try root.dataset("huge-chunk")
        let time = try ThreadTime.measure {
            for row in 0..<1000 {
                let value = try dataset.readBytes(rows: 2 * row..<2 * row + 1)
                #expect(value == [0])
            }
        }
        #expect(time < 5, "1000 reads from one chunk of 20 MiB took \(time) s")
    }

    @Test func texts() throws {
        let fixed = try root.dataset("text/fixed")
        #expect(fixed.elementType == .string)
        #expect(try fixed.readStrings() == ["alpha", "be", ""])
        #expect(try fixed.readStrings(rows: 1..<2) == ["be"])
        let variable = try root.dataset("text/variable")
        #expect(try variable.readStrings() == ["alpha", "βήτα", ""])
        #expect(try variable.readStrings(rows: 1..<3) == ["βήτα", ""])
        expect(.wrongType) { _ = try variable.readFloats() }
        expect(.wrongType) { _ = try root.dataset("chunked").readStrings() }
    }

    @Test func otherKindsAreNamed() throws {
        let compound = try root.dataset("compound")
        #expect(compound.elementType == .other("compound"))
        expect(.wrongType, at: .hdf5(file: compound.file, object: "/compound")) { _ = try compound.readFloats() }
    }

    @Test func membersAndKinds() throws {
        #expect(try root.memberNames() == ["chunked", "compound", "huge-chunk", "numbers", "text"])
        #expect(root.isGroup("text") && !root.isDataset("text"))
        #expect(root.isDataset("text/fixed") && !root.isGroup("text/fixed"))
        #expect(root.contains("/") && root.contains("numbers/u1") && !root.contains("numbers/u3"))
        let group = try root.group("numbers")
        #expect(group.name == "/numbers")
        #expect(try group.dataset("u1").name == "/numbers/u1")
        #expect(try group.dataset("/text/fixed").name == "/text/fixed")
    }

    @Test func readingFromManyThreads() async throws {
        let dataset = try root.dataset("chunked")
        await withTaskGroup(of: Bool.self) { tasks in
            for row in 0..<200 {
                tasks.addTask {
                    let expected = (0..<12).map { UInt8(row % 10 * 12 + $0) }
                    let other = try? dataset.readBytes(rows: 11..<12)
                    return (try? dataset.readBytes(rows: row % 10..<row % 10 + 1)) == expected && other == nil
                }
            }
            for await correct in tasks { #expect(correct) }
        }
    }
}
