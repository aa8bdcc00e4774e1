import Foundation
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

    @Test(.timeLimit(.minutes(1))) func endlessWorkIsAnError() {
        expect(.hangs) { _ = try HDF5File.open(fixture("hanging.h5"), hazards: .refusedWhereRead) }
    }

    @Test func aChangedFileIsTriedAgain() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("model.h5")
        for _ in 0..<20 {
            try write(bytes(of: fixture("lzf.h5")), to: path)
            _ = try HDF5File.open(path)
            try write(bytes(of: fixture("crashing.h5")), to: path)
            expect(.crashes) { _ = try HDF5File.open(path) }
        }
    }

    @Test func noChildIsLeftBehind() throws {
        for _ in 0..<3 { expect(.crashes) { _ = try HDF5File.open(fixture("crashing.h5")) } }
        // Children of other tests may just be ending: what stays is what was forgotten.
        var zombies = try Self.endedChildren()
        for _ in 0..<600 where !zombies.isEmpty {
            usleep(50_000)
            zombies.formIntersection(try Self.endedChildren())
        }
        #expect(zombies.isEmpty)
    }

    /// Children that ended and that nobody waited for. A bare fork has the name of its parent's thread, unlike the tools
    /// that other tests start.
    private static func endedChildren() throws -> Set<String> {
        var names: Set<Substring> = []
        var children: [Substring] = []
        for task in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task") {
            guard let name = name(of: "self/task/\(task)"),
                let listed = try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8)
            else { continue }
            names.insert(name.0)
            children += listed.split(separator: " ")
        }
        return Set(
            children.filter { child in
                guard let (own, state) = name(of: String(child)) else { return false }
                return state == "Z" && names.contains(own)
            }.map(String.init)
        )
    }

    /// The name and the state of a process.
    private static func name(of process: String) -> (Substring, Substring)? {
        let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        guard let match = text?.firstMatch(of: #/\((.*)\) (\w)/#) else { return nil }
        return (match.output.1, match.output.2)
    }
}
