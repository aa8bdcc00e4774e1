import Foundation

/// Where unpacked bytes go: memory of its own, the caller's, or a file, up to a limit.
struct ArchiveSink {
    private(set) var bytes: [UInt8] = []
    private(set) var written = 0
    private let limit: Int
    private let archive: String
    private let descriptor: Int32?
    private let memory: UnsafeMutableRawBufferPointer?

    /// - Parameters:
    ///   - archive: the file that is unpacked, to blame.
    ///   - limit: the largest allowed content in bytes.
    ///   - descriptor: an open file; nil to keep the bytes.
    init(unpacking archive: String, limit: Int, to descriptor: Int32? = nil) {
        self.archive = archive
        self.limit = limit
        self.descriptor = descriptor
        memory = nil
    }

    /// - Parameters:
    ///   - archive: the file that is unpacked, to blame.
    ///   - memory: the caller's, as large as the largest allowed content.
    init(unpacking archive: String, into memory: UnsafeMutableRawBufferPointer) {
        self.archive = archive
        self.memory = memory
        limit = memory.count
        descriptor = nil
    }

    mutating func take(_ part: UnsafeRawBufferPointer) throws(ArchiveError) {
        guard part.count <= limit - written else {
            throw ArchiveError(.tooLarge, archive, "The unpacked content is larger than \(limit) bytes.")
        }
        if let memory {
            UnsafeMutableRawBufferPointer(rebasing: memory[written..<written + part.count]).copyMemory(from: part)
            written += part.count
            return
        }
        written += part.count
        guard let descriptor else {
            bytes.append(contentsOf: part)
            return
        }
        var rest = part
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                let cause = String(cString: strerror(errno))
                throw ArchiveError(.cannotWrite, archive, "The unpacked content cannot be written.", cause: cause)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }
}
