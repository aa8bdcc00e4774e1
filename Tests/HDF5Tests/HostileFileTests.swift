import TestSupport
import Testing

@testable import HDF5

/// Files that are not what they say, or that would make the reader look elsewhere.
struct HostileFileTests {
    @Test(arguments: [
        ("absent.h5", HDF5Error.Code.fileNotFound), ("kinds.h5/below", .fileNotFound), ("", .notReadable),
        ("not-hdf5.h5", .notHDF5), ("truncated.h5", .truncated), ("signature-only.h5", .truncated),
        ("damaged.h5", .damaged),
    ])
    func filesThatCannotBeOpened(_ name: String, _ code: HDF5Error.Code) {
        expect(code, at: .file(fixture(name))) { _ = try HDF5File.open(fixture(name)) }
    }

    /// A whole number of 4 bytes that says it has 4896 bits: libhdf5 1.10 converts it by writing over its own stack.
    @Test func numbersWithBitsOutsideTheirBytesAreNotRead() throws {
        let honest = try bytes(of: fixture("attributes.h5"))
        let layers = try HDF5File.open(fixture("attributes.h5")).root.group("layers")
        #expect(try layers.doublesAttribute("int") == [-7])
        let precision = 6667
        #expect(honest[precision - 1...precision] == [32, 0])
        var hostile = honest
        hostile[precision] = 0x13
        let folder = try WorkFolder()
        let path = folder.path("precision.h5")
        try write(hostile, to: path)
        let changed = try HDF5File.open(path).root.group("layers")
        expect(.wrongType, at: .hdf5(file: path, object: "/layers@int")) { _ = try changed.doublesAttribute("int") }
    }

    @Test func failedCallsCarryWhatTheLibrarySaid() {
        do {
            _ = try HDF5File.open(fixture("truncated.h5"))
            Issue.record("no error was thrown")
        } catch {
            #expect(error.cause?.isEmpty == false)
            #expect(error.id == "hdf5.truncated")
        }
    }

    @Test func linksStayInsideTheFile() throws {
        let root = try HDF5File.open(fixture("links.h5"), hazards: .refusedWhereRead).root
        #expect(try root.dataset("soft").readFloats() == [0, 1, 2])
        #expect(try root.dataset("hard/again/again/data").readFloats() == [0, 1, 2])
        #expect(!root.contains("dangling") && !root.contains("loop-a") && !root.contains("outside"))
        expect(.objectNotFound) { _ = try root.dataset("dangling") }
        expect(.objectNotFound) { _ = try root.dataset("loop-a") }
        let outside = root.file
        expect(.externalLink, at: .hdf5(file: outside, object: "/outside/numbers/u1")) {
            _ = try root.dataset("outside/numbers/u1")
        }
        expect(.externalLink) { _ = try root.group("outside") }
        expect(.objectNotFound) { _ = try root.group("elsewhere") }
    }

    @Test func missingObjectsNameWhatIsThere() throws {
        let root = try HDF5File.open(fixture("kinds.h5")).root
        expect(.objectNotFound, at: .hdf5(file: root.file, object: "/numbers/u3")) {
            _ = try root.dataset("numbers/u3")
        }
        do {
            _ = try root.dataset("/nubers/u1")
            Issue.record("no error was thrown")
        } catch {
            #expect(error.remedy.contains("numbers"))
        }
        expect(.objectNotFound) { _ = try root.dataset("") }
        expect(.objectNotFound) { _ = try root.dataset("numbers/u1/deeper") }
        expect(.wrongType) { _ = try root.dataset("numbers") }
        expect(.wrongType) { _ = try root.group("chunked") }
    }

    @Test(arguments: [
        ("external", HDF5Error.Code.externalStorage), ("virtual", .virtualDataset), ("bomb", .implausibleSize),
        ("never-written", .implausibleSize), ("unknown-filter", .unknownFilter),
    ])
    func datasetsThatAreNotInTheFile(_ name: String, _ code: HDF5Error.Code) throws {
        let root = try HDF5File.open(fixture("hostile.h5"), hazards: .refusedWhereRead).root
        expect(code, at: .hdf5(file: root.file, object: "/" + name)) { _ = try root.dataset(name) }
    }

    @Test func smallFillValuesAreFine() throws {
        let root = try HDF5File.open(fixture("hostile.h5"), hazards: .refusedWhereRead).root
        #expect(try root.dataset("small-never-written").readDoubles() == [Double](repeating: 0, count: 8))
    }

    @Test func everyCutIsToldApart() throws {
        let folder = try WorkFolder()
        let original = try bytes(of: fixture("attributes.h5"))
        let path = folder.path("cut.h5")
        for length in stride(from: 0, to: original.count, by: 61) {
            try write(Array(original.prefix(length)), to: path)
            expect(length < 8 ? .notHDF5 : .truncated) { _ = try HDF5File.open(path) }
        }
    }
}
