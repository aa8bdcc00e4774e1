import CRehearsal

/// The bytes of an HDF5 file that lies in memory, where a child process can read them, too.
///
/// `@unchecked Sendable`: the bytes are written once, before the image is made, and nobody can write to them after that.
public final class HDF5Image: @unchecked Sendable {
    private var image: rehearsal_image

    /// Takes room for a file and has it filled; nil where there is no room.
    ///
    /// - Parameters:
    ///   - count: the file's size in bytes.
    ///   - fill: writes all bytes.
    /// - Throws: what `fill` throws.
    public init?<Failure>(
        count: Int,
        fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        image = rehearsal_image()
        guard rehearsal_image_make(UInt64(max(0, count)), &image) else { return nil }
        // The object is whole by now: when filling it fails, `deinit` gives the room back.
        try fill(UnsafeMutableRawBufferPointer(start: image.bytes, count: count))
        guard rehearsal_image_seal(&image) else { return nil }
    }

    /// Takes bytes that are there; nil where there is no room for them.
    public convenience init?(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    deinit { rehearsal_image_give_back(&image) }

    /// What HDF5 files start with.
    private static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: image.bytes, count: Int(image.count)) }

    /// What another process can open the bytes by.
    var descriptor: Int32 { image.file }

    /// Whether it starts as HDF5 files do.
    var isHDF5: Bool { bytes.prefix(Self.signature.count).elementsEqual(Self.signature) }
}
