import Testing

@testable import HDF5

/// Attributes written by h5py, against the values that `Fixtures/make.py` put in.
struct AttributeTests {
    let layers: HDF5Group

    init() throws {
        layers = try HDF5File.open(fixture("attributes.h5")).root.group("layers")
    }

    @Test(arguments: [
        ("variable", "größe"), ("ascii", "plain"), ("bytes", "fixed \0inside"), ("fixed utf8", "größe"),
        ("one in list", "only"),
    ])
    func oneText(_ name: String, _ expected: String) throws {
        #expect(try layers.stringAttribute(name) == expected)
    }

    @Test func lists() throws {
        #expect(try layers.stringsAttribute("fixed list") == ["conv1", "dense_12"])
        #expect(try layers.stringsAttribute("variable list") == ["conv1", "dichte_ü"])
        #expect(try layers.stringsAttribute("empty list") == [])
        #expect(try layers.intsAttribute("ints") == [0, 1, 2])
        #expect(try layers.doublesAttribute("ints") == [0, 1, 2])
    }

    @Test func numbers() throws {
        #expect(try layers.intAttribute("int") == -7)
        #expect(try layers.doubleAttribute("int") == -7)
        #expect(try layers.doubleAttribute("double") == 0.25)
        expect(.wrongType) { _ = try layers.intAttribute("double") }
        expect(.wrongType) { _ = try layers.intAttribute("ints") }
        expect(.wrongType) { _ = try layers.doubleAttribute("ascii") }
    }

    @Test func absentOnesAreNil() throws {
        #expect(try layers.stringAttribute("absent") == nil)
        #expect(try layers.stringsAttribute("absent") == nil)
        #expect(try layers.doubleAttribute("absent") == nil)
        #expect(try layers.intAttribute("absent") == nil)
        #expect(try layers.stringAttribute("null") == nil)
    }

    @Test func wrongKindsAreErrorsThatNameTheAttribute() throws {
        expect(.wrongType, at: .hdf5(file: layers.file, object: "/layers@ints")) {
            _ = try layers.stringsAttribute("ints")
        }
        expect(.wrongType) { _ = try layers.stringAttribute("fixed list") }
    }

    @Test func namesAndDatasets() throws {
        #expect(try layers.attributeNames().count == 12)
        #expect(try layers.attributeNames().first == "ascii")
        #expect(try layers.dataset("w").stringAttribute("unit") == "cm")
    }
}
