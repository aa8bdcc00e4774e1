/// How a new dataset is laid out in its file.
public struct HDF5Layout: Sendable, Hashable {
    /// Rows per chunk; nil for one contiguous block, or for about 1 MiB per chunk where chunks are needed.
    public let chunkRows: Int?
    /// Gzip level 0…9; nil for no compression.
    public let gzip: Int?
    /// Whether rows can be added beyond the shape it is created with.
    public let growing: Bool

    /// - Parameters:
    ///   - chunkRows: rows per chunk.
    ///   - gzip: compression level 0…9.
    ///   - growing: whether rows can be added later.
    public init(chunkRows: Int? = nil, gzip: Int? = nil, growing: Bool = false) {
        self.chunkRows = chunkRows
        self.gzip = gzip
        self.growing = growing
    }

    /// One block without compression.
    public static let contiguous = HDF5Layout()

    var isChunked: Bool { chunkRows != nil || gzip != nil || growing }

    /// Rows per chunk for rows of `rowBytes` bytes.
    func rowsPerChunk(rowBytes: Int, rows: Int) -> Int {
        let wanted = chunkRows ?? (1 << 20) / max(1, rowBytes)
        return max(1, growing ? wanted : min(wanted, max(1, rows)))
    }
}
