import Foundation
import TestSupport
import Testing

@testable import HDF5

/// What a child process finds out about a file before this one reads it.
struct RehearsalTests {
    @Test(arguments: [
        ("links.h5", HDF5Error.Code.externalLink, "/outside"), ("hostile.h5", .externalStorage, "/external"),
        ("loop.h5", .linkLoop, "/loop-a"), ("virtual.h5", .virtualDataset, "/below/virtual"),
        ("huge-attribute.h5", .hugeAttribute, "/model@texts"), ("unknown-filter.h5", .unknownFilter, "/unknown-filter"),
        ("hollow.h5", .implausibleSize, "/hollow"),
    ])
    func hazardsRefuseTheFile(_ name: String, _ code: HDF5Error.Code, _ object: String) {
        let path = fixture(name)
        expect(code, at: .hdf5(file: path, object: object)) { _ = try HDF5File.open(path) }
    }

    @Test func aCrashOfTheLibraryIsAnError() {
        let path = fixture("crashing.h5")
        expect(.crashes) { _ = try HDF5File.open(path) }
        expect(.crashes) { _ = try HDF5File.open(path, hazards: .refusedWhereRead) }
    }

    @Test func aChunkThatGrowsWithoutEndIsAnError() {
        let path = fixture("chunk-bomb.h5")
        expect(.exhaustsMemory) { _ = try HDF5File.open(path, hazards: .refusedWhereRead) }
    }

    @Test(.timeLimit(.minutes(5))) func endlessWorkIsAnError() {
        expect(.hangs) { _ = try HDF5File.open(fixture("hanging.h5"), hazards: .refusedWhereRead) }
    }

    @Test func aChangedFileIsTriedAgain() throws {
        let folder = try WorkFolder()
        let path = folder.path("model.h5")
        for _ in 0..<20 {
            try write(bytes(of: fixture("lzf.h5")), to: path)
            _ = try HDF5File.open(path)
            try write(bytes(of: fixture("crashing.h5")), to: path)
            expect(.crashes) { _ = try HDF5File.open(path) }
        }
    }

    @Test func noChildIsLeftBehind() throws {
        let before = try Self.childrenOfThisThread()
        for _ in 0..<3 { expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) } }
        #expect(try Self.childrenOfThisThread().subtracting(before) == [])
    }

    /// The processes that this thread started and nobody waited for; other tests run in other threads.
    private static func childrenOfThisThread() throws -> Set<Substring> {
        let path = "/proc/thread-self/children"
        return Set(try String(contentsOfFile: path, encoding: .utf8).split(separator: " "))
    }
}
