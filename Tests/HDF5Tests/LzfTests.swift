import Testing

@testable import HDF5

/// Data that h5py compressed with LZF.
struct LzfTests {
    let root: HDF5Group

    init() throws {
        root = try HDF5File.open(fixture("lzf.h5")).root
    }

    @Test func decodesWhatH5pyWrites() throws {
        #expect(try root.dataset("lzf").readInts() == Array(0..<120))
        #expect(try root.dataset("lzf").readInts(rows: 9..<10) == Array(108..<120))
        #expect(try root.dataset("shuffled").readDoubles() == (0..<4096).map(Double.init))
    }

    @Test func readsChunksThatDidNotShrink() throws {
        let noise = try root.dataset("noise").readBytes()
        #expect(noise.count == 512 && Set(noise).count > 200)
    }
}
