import Archives
import Diagnostics

/// Arrays in the format of the MNIST files (big-endian), packed by gzip or not.
enum IDXStore {
    /// The largest array that is unpacked, in bytes.
    private static let unpackedLimit = 1 << 40

    /// - Throws: `missingFile`, `unsupportedFormat` or `unreadable`.
    static func open(_ description: DatasetDescription) throws(DatasetError) -> OpenedStore {
        func array(_ path: String) throws(DatasetError) -> ArrayStore {
            guard path.lowercased().hasSuffix(".gz") else {
                return try store(ArrayFile.open(path, blame: description.location))
            }
            let file = try ArrayFile.unpacked(path, blame: description.location) {
                (descriptor) throws(ArchiveError) in
                try Gzip.decompress(file: path, to: descriptor, limit: unpackedLimit)
            }
            return try store(file)
        }
        var opened = OpenedStore(records: try array(description.path), source: description.path)
        if let y = description.y { opened.labels = try array(y).column() }
        if let subject = description.subject { opened.subjects = try array(subject).column() }
        if let attribute = description.attribute { opened.attributes = try array(attribute).column() }
        return opened
    }

    /// Header: two zero bytes, element type, number of axes, then the length of each axis in 4 bytes.
    private static func store(_ file: ArrayFile) throws(DatasetError) -> ArrayStore {
        let prefix = file.size >= 4 ? try file.read(at: 0, count: 4) : []
        guard prefix.starts(with: [0, 0]), let element = element(prefix[2]), file.size >= 4 + 4 * Int(prefix[3]) else {
            throw DatasetError(.unsupportedFormat, at: .file(file.path), "The file is no IDX array.")
        }
        let rank = Int(prefix[3])
        let lengths = try file.read(at: 4, count: 4 * rank)
        let shape = (0..<rank).map { axis in lengths[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) } }
        return try ArrayStore(file, shape: shape, element: element, start: 4 + 4 * rank, isBigEndian: true)
    }

    private static func element(_ code: UInt8) -> StoredElement? {
        switch code {
        case 0x08: .uint8
        case 0x09: .int8
        case 0x0B: .int16
        case 0x0C: .int32
        case 0x0D: .float32
        case 0x0E: .float64
        default: nil
        }
    }
}
