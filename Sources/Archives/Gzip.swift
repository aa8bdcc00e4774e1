import CArchives
import Foundation

/// Unpacks gzip files and bytes, all members of them, up to a limit.
public enum Gzip {
    /// Unpacks a file into memory.
    ///
    /// - Parameters:
    ///   - path: the gzip file.
    ///   - limit: the largest allowed content in bytes.
    /// - Throws: `fileNotFound`, `notReadable`, `notAnArchive`, `damaged` or `tooLarge`.
    public static func decompress(file path: String, limit: Int) throws(ArchiveError) -> [UInt8] {
        var sink = ArchiveSink(unpacking: path, limit: limit)
        try unpack(path, into: &sink)
        return sink.bytes
    }

    /// Unpacks a file into an open file; memory stays bounded.
    ///
    /// - Parameters:
    ///   - path: the gzip file.
    ///   - descriptor: a file open for writing, which stays open.
    ///   - limit: the largest allowed content in bytes.
    /// - Throws: `fileNotFound`, `notReadable`, `notAnArchive`, `damaged`, `tooLarge` or `cannotWrite`.
    public static func decompress(file path: String, to descriptor: Int32, limit: Int) throws(ArchiveError) {
        var sink = ArchiveSink(unpacking: path, limit: limit, to: descriptor)
        try unpack(path, into: &sink)
    }

    /// Unpacks bytes in memory.
    ///
    /// - Parameters:
    ///   - bytes: a whole gzip file.
    ///   - limit: the largest allowed content in bytes.
    ///   - name: what to blame in errors.
    /// - Throws: `notAnArchive`, `damaged` or `tooLarge`.
    public static func decompress(
        bytes: [UInt8],
        limit: Int,
        name: String = "gzip data"
    ) throws(ArchiveError) -> [UInt8] {
        var sink = ArchiveSink(unpacking: name, limit: limit)
        var rest = bytes[...]
        try inflateAll(name, into: &sink) { buffer in
            let part = rest.prefix(buffer.count)
            buffer.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
        return sink.bytes
    }

    private static func unpack(_ path: String, into sink: inout ArchiveSink) throws(ArchiveError) {
        try ArchivePath.checkReadable(path)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ArchiveError(.notReadable, path, "The file cannot be opened.") }
        defer { close(file) }
        try inflateAll(path, into: &sink) { read(file, $0.baseAddress, $0.count) }
    }

    /// - Parameter refill: fills a buffer and returns how many bytes it put there; 0 at the end, below on failure.
    private static func inflateAll(
        _ name: String,
        into sink: inout ArchiveSink,
        refill: (UnsafeMutableRawBufferPointer) -> Int
    ) throws(ArchiveError) {
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        var stream = z_stream()
        guard archives_start_gunzip(&stream) == Z_OK else {
            throw ArchiveError(.damaged, name, "Unpacking cannot start.")
        }
        defer {
            inflateEnd(&stream)
            input.deallocate()
            output.deallocate()
        }
        var inMember = true
        var members = 0
        while true {
            if stream.avail_in == 0 {
                let count = refill(input)
                guard count >= 0 else { throw ArchiveError(.notReadable, name, "The file cannot be read.") }
                if count == 0 { break }
                stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_in = UInt32(count)
            }
            if !inMember {
                // Zeros may fill up the last block of a tape or a download; anything else starts another member.
                guard stream.next_in?.pointee != 0 else {
                    stream.next_in += 1
                    stream.avail_in -= 1
                    continue
                }
                inflateReset(&stream)
                inMember = true
            }
            stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(output.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            try sink.take(UnsafeRawBufferPointer(rebasing: output.prefix(output.count - Int(stream.avail_out))))
            switch status {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END:
                inMember = false
                members += 1
            default:
                let cause = stream.msg.map { String(cString: $0) }
                let foreign = members == 0 && stream.total_out == 0 && cause == "incorrect header check"
                throw ArchiveError(
                    foreign ? .notAnArchive : .damaged,
                    name,
                    foreign ? "This is no gzip file." : "The content is damaged.",
                    cause: cause
                )
            }
        }
        if inMember {
            let empty = stream.total_in == 0
            throw ArchiveError(
                empty ? .notAnArchive : .damaged,
                name,
                empty ? "The file is empty." : "The file ends too early."
            )
        }
    }
}
