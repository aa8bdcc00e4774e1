import CRehearsal

/// What no honest file goes beyond.
enum HDF5Limits {
    /// Decoded chunks kept per dataset, in bytes.
    static let cachedBytes = 16 << 20
    /// The largest attribute in bytes: 40 times the configuration of the largest model of Keras.
    static let attribute = 64 << 20
    /// All texts of one dataset, in bytes.
    static let texts = 1 << 28
    /// Data that were never written (so all fill value) do no harm up to this size in bytes.
    static let harmless = 16 << 20
    /// Beyond this many bytes a file has to hold a fair part of what it declares.
    static let large = 64 << 30
    /// The largest chunk that is decoded, in bytes; each read of a row decodes a whole one.
    static let chunk = 1 << 28
    /// Deflate cannot shrink data by more than 1032 to 1.
    static let compression = 1100
    /// Links and attributes of one file: twice those of a network of 20,000 layers.
    static let objects = 250_000

    /// Memory for the structure of any file, in bytes.
    private static let memory = 512 << 20
    /// Memory beyond that: four times the file, for small ones. Whatever the file, the whole stays below a gigabyte.
    private static let memoryForContents = 384 << 20

    /// The same in C, with the memory and time that rehearsing a file of `bytes` bytes may take.
    static func rehearsal(bytes: Int) -> rehearsal_limits {
        rehearsal_limits(
            memory: UInt64(memory + 4 * max(0, min(bytes, memoryForContents / 4))),
            cached: UInt64(cachedBytes),
            seconds: UInt32(clamping: 3 + bytes / (25 << 20)),
            objects: UInt64(objects),
            attribute: UInt64(attribute),
            texts: UInt64(texts),
            harmless: UInt64(harmless),
            large: UInt64(large),
            chunk: UInt64(chunk),
            compression: UInt64(compression)
        )
    }
}
