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
        // The helper stays.
        expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) }
        let before = try Self.childrenOfThisThread()
        for _ in 0..<3 { expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) } }
        #expect(try Self.childrenOfThisThread().subtracting(before) == [])
    }

    @Test func aHelperThatWasEndedIsStartedAgain() throws {
        expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) }
        let helpers = try Self.helpers()
        #expect(!helpers.isEmpty)
        for helper in helpers { kill(helper, SIGKILL) }
        expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) }
        #expect(try Set(Self.helpers()).isDisjoint(with: helpers))
    }

    /// The helpers that work for this process.
    private static func helpers() throws -> [pid_t] {
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
        let children = threads.compactMap { thread in
            try? String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)
        }
        return children.flatMap { $0.split(separator: " ") }.compactMap { pid_t($0) }.filter { child in
            let name = try? String(contentsOfFile: "/proc/\(child)/comm", encoding: .utf8)
            return name?.hasPrefix("layeraudit-rehe") == true
        }
    }

    /// The processes that this thread started and nobody waited for; other tests run in other threads.
    private static func childrenOfThisThread() throws -> Set<Substring> {
        let path = "/proc/thread-self/children"
        return Set(try String(contentsOfFile: path, encoding: .utf8).split(separator: " "))
    }
}
