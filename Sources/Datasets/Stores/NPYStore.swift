import Archives
import Diagnostics

/// NumPy arrays, one per `.npy` file or several in an `.npz` file. Pickled objects are refused, never loaded.
enum NPYStore {
    /// The largest array that is unpacked from an archive, in bytes.
    private static let unpackedLimit = 1 << 40
    /// The longest header that is read.
    private static let headerLimit = 1 << 20

    /// - Throws: `missingFile`, `unsupportedFormat` or `unreadable`.
    static func openNPY(_ description: DatasetDescription) throws(DatasetError) -> OpenedStore {
        func array(_ path: String) throws(DatasetError) -> ArrayStore {
            try store(ArrayFile.open(path, blame: description.location))
        }
        var opened = OpenedStore(records: try array(description.path), source: description.path)
        if let y = description.y { opened.labels = try array(y).column() }
        if let subject = description.subject { opened.subjects = try array(subject).column() }
        if let attribute = description.attribute { opened.attributes = try array(attribute).column() }
        return opened
    }

    /// - Throws: `missingFile`, `missingDataset`, `unsupportedFormat` or `unreadable`.
    static func openNPZ(_ description: DatasetDescription, labelled: Bool) throws(DatasetError) -> OpenedStore {
        let zip: ZipArchive
        do throws(ArchiveError) { zip = try ZipArchive.open(description.path) } catch {
            throw DatasetError(error, blame: description.location)
        }
        func array(_ name: String) throws(DatasetError) -> ArrayStore {
            let entry = name.hasSuffix(".npy") ? name : name + ".npy"
            let file = try ArrayFile.unpacked(description.path, blame: description.location) {
                (descriptor) throws(ArchiveError) in
                try zip.extract(entry, to: descriptor, limit: unpackedLimit)
            }
            return try store(file)
        }
        let x = description.x ?? "x"
        var opened = OpenedStore(records: try array(x), source: "\(description.path):\(x)")
        if let y = description.y ?? (labelled && zip.entryNames.contains("y.npy") ? "y" : nil) {
            opened.labels = try array(y).column()
        }
        if let subject = description.subject { opened.subjects = try array(subject).column() }
        if let attribute = description.attribute { opened.attributes = try array(attribute).column() }
        return opened
    }

    /// Reads the header of NumPy's format, versions 1 to 3.
    static func store(_ file: ArrayFile) throws(DatasetError) -> ArrayStore {
        func refused(_ summary: String) -> DatasetError {
            DatasetError(.unsupportedFormat, at: .file(file.path), summary)
        }
        guard file.size >= 12 else { throw refused("The file is no NumPy array.") }
        let prefix = try file.read(at: 0, count: 12)
        guard prefix.starts(with: [0x93] + Array("NUMPY".utf8)), (1...3).contains(prefix[6]) else {
            throw refused("The file is no NumPy array.")
        }
        let isShort = prefix[6] == 1
        let length = prefix[8..<(isShort ? 10 : 12)].reversed().reduce(0) { $0 << 8 | Int($1) }
        let start = isShort ? 10 : 12
        guard length <= headerLimit, start + length <= file.size else { throw refused("The header is cut off.") }
        let header = String(decoding: try file.read(at: start, count: length), as: UTF8.self)
        guard let descriptor = header.firstMatch(of: /'descr':\s*'([<>|=]?)([A-Za-z?])(\d*)'/),
            let order = header.firstMatch(of: /'fortran_order':\s*(True|False)/),
            let lengths = header.firstMatch(of: /'shape':\s*\(([0-9, ]*)\)/)
        else { throw refused("The elements of the array are no plain numbers.") }
        guard let element = element(String(descriptor.2), String(descriptor.3)) else {
            throw refused("Elements of NumPy's type '\(descriptor.2)\(descriptor.3)' cannot be read.")
        }
        let shape = lengths.1.split(separator: ",").compactMap { Int($0.filter { $0 != " " }) }
        guard order.1 == "False" || shape.count < 2 else { throw refused("The array is stored column by column.") }
        return try ArrayStore(
            file,
            shape: shape,
            element: element,
            start: start + length,
            isBigEndian: descriptor.1 == ">"
        )
    }

    private static func element(_ kind: String, _ bytes: String) -> StoredElement? {
        switch kind + bytes {
        case "u1", "b1": .uint8
        case "i1": .int8
        case "u2": .uint16
        case "i2": .int16
        case "u4": .uint32
        case "i4": .int32
        case "u8": .uint64
        case "i8": .int64
        case "f2": .float16
        case "f4": .float32
        case "f8": .float64
        default: nil
        }
    }
}
