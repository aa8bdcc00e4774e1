import Testing

@testable import HDF5

/// Files that lie in memory.
struct ImageTests {
    private struct Refusal: Error {}

    @Test func aFileInMemoryReadsLikeOneOnTheDisk() throws {
        let image = try #require(HDF5Image(try bytes(of: fixture("lzf.h5"))))
        let root = try HDF5File.open(image, name: "lzf.h5 in memory").root
        #expect(try root.dataset("lzf").readInts() == Array(0..<120))
    }

    @Test func roomThatCannotBeFilledIsGivenBackOnce() {
        #expect(throws: Refusal.self) { _ = try HDF5Image(count: 1 << 20) { _ in throw Refusal() } }
    }

    @Test(arguments: [
        ("crashing.h5", HDF5Error.Code.crashes), ("chunk-bomb.h5", .exhaustsMemory), ("links.h5", .externalLink),
        ("truncated.h5", .truncated), ("damaged.h5", .damaged), ("not-hdf5.h5", .notHDF5),
    ])
    func filesInMemoryAreRehearsedToo(_ name: String, _ code: HDF5Error.Code) throws {
        let image = try #require(HDF5Image(try bytes(of: fixture(name))))
        expect(code) { _ = try HDF5File.open(image, name: "in memory") }
    }
}
