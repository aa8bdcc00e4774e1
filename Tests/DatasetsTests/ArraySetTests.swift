import Testing

@testable import Datasets

/// NPY, NPZ and IDX files written by NumPy and Python's struct.
struct ArraySetTests {
    private func open(_ file: String, x: String? = nil, y: String? = nil) throws -> Dataset {
        try Dataset.open(DatasetDescription(path: fixture(file), x: x, y: y), role: "set", labelled: y != nil)
    }

    @Test(arguments: ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"])
    func everyKindOfNumPyNumber(_ kind: String) throws {
        let set = try open("\(kind).npy", y: fixture("y.npy"))
        #expect(set.count == 20 && set.recordShape == [4, 3])
        #expect(set.labels == (0..<20).map { $0 % 3 })
        let expected = (fixtureRecord(18) + fixtureRecord(3)).map { ($0 / 2).rounded(.down) }
        #expect(try set.values(rows: [18, 3]) == expected)
        #expect(try set.values(rows: 18..<19) == Array(expected.prefix(12)))
    }

    @Test func byteOrderBooleansAndHeaderVersions() throws {
        #expect(try open("big.npy").values(rows: 5..<6) == fixtureRecord(5).map { $0 / 8 })
        #expect(try open("bool.npy").values(rows: 5..<6) == fixtureRecord(5).map { $0 > 100 ? 1 : 0 })
        #expect(try open("version2.npy").values(rows: 5..<6) == fixtureRecord(5))
        #expect(try open("version3.npy").values(rows: 5..<6) == fixtureRecord(5))
    }

    @Test func archivesOfArrays() throws {
        let set = try open("set.npz", y: "y")
        #expect(try set.values(rows: [4, 2]) == fixtureRecord(4) + fixtureRecord(2))
        #expect(set.labels.prefix(4) == [0, 1, 2, 0])
        let other = DatasetDescription(path: fixture("set.npz"), x: "other.npy")
        #expect(try Dataset.open(other, role: "set").labels.count == 20)
        expect(.missingDataset) { _ = try open("set.npz", x: "others") }
    }

    @Test(arguments: ["images-idx3-ubyte", "images-idx3-ubyte.gz"])
    func idxFiles(_ file: String) throws {
        let set = try open(file, y: fixture("labels-idx1-ubyte"))
        #expect(set.recordShape == [4, 3])
        #expect(try set.values(rows: 6..<8) == fixtureRecord(6) + fixtureRecord(7))
        #expect(set.perClass == [7, 7, 6])
    }

    @Test func idxFloats() throws {
        #expect(try open("floats.idx").values(rows: 9..<10) == fixtureRecord(9).map { $0 / 8 })
    }

    @Test(arguments: [
        ("fortran.npy", DatasetError.Code.unsupportedFormat), ("object.npy", .unsupportedFormat),
        ("scalar.npy", .unsupportedFormat), ("cut.npy", .unreadable), ("cut-header.npy", .unsupportedFormat),
        ("cut.idx", .unreadable), ("absent.npy", .missingFile), ("absent.npz", .missingFile),
    ])
    func filesThatAreRefused(_ file: String, _ code: DatasetError.Code) {
        expect(code, at: .file(fixture(file))) { _ = try open(file) }
    }

    @Test func filesUnderAWrongName() throws {
        for format in [DatasetFormat.npy, .npz, .idx, .hdf5] {
            let description = DatasetDescription(path: fixture("rows.txt"), format: format)
            expect(format == .hdf5 ? .unreadable : .unsupportedFormat, at: .file(fixture("rows.txt"))) {
                _ = try Dataset.open(description, role: "set", labelled: false)
            }
        }
    }

    @Test(arguments: [
        ("a.h5", DatasetFormat.hdf5), ("A.HDF5", .hdf5), ("b.npz", .npz), ("c.npy", .npy), ("t.idx.gz", .idx),
        ("t10k-images-idx3-ubyte", .idx), ("train-images.idx3-ubyte.gz", .idx), ("d.csv", .csv), ("adult.data", .csv),
    ])
    func formatsByName(_ name: String, _ format: DatasetFormat) {
        #expect(DatasetFormat(fileName: name) == format)
    }
}
