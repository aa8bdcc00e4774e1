/// The bytes of an HDF5 file that lies in memory.
///
/// `@unchecked Sendable`: the bytes are written once, before the image is made, and only read from then on.
public final class HDF5Image: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer

    /// Takes room for a file and has it filled.
    ///
    /// - Parameters:
    ///   - count: the file's size in bytes.
    ///   - fill: writes all bytes.
    /// - Throws: what `fill` throws.
    public init<Failure>(
        count: Int,
        fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        bytes = .allocate(byteCount: max(1, count), alignment: 16)
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
        // The object is whole by now: when filling it fails, `deinit` gives the room back.
        try fill(UnsafeMutableRawBufferPointer(rebasing: bytes.prefix(max(0, count))))
    }

    /// Takes bytes that are there.
    public convenience init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    deinit { bytes.deallocate() }

    /// What HDF5 files start with.
    private static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

    /// Whether it starts as HDF5 files do.
    var isHDF5: Bool { bytes.prefix(Self.signature.count).elementsEqual(Self.signature) }
}
