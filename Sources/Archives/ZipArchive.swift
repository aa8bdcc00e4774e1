import CArchives
import Diagnostics
import Foundation

/// A zip file opened for reading.
///
/// `@unchecked Sendable`: libzip keeps a position per archive, so each use of it is under this object's lock.
public final class ZipArchive: @unchecked Sendable {
    /// The path as it was given.
    public let path: String
    /// Names of the entries in the archive's order, folders included.
    public let entryNames: [String]
    /// Size of the file in bytes.
    public let packedSize: Int
    private let archive: OpaquePointer
    private let lock = NSLock()

    /// More entries than this are refused.
    static let mostEntries: Int64 = 100_000
    /// Deflate cannot shrink data by more than 1032 to 1.
    private static let largestCompression: UInt64 = 1100

    private init(path: String, archive: OpaquePointer, entryNames: [String]) {
        self.path = path
        packedSize = ArchivePath.size(path)
        self.archive = archive
        self.entryNames = entryNames
    }

    deinit { zip_discard(archive) }

    /// Opens a zip file and looks at all names in it.
    ///
    /// - Throws: `fileNotFound`, `notReadable`, `notAnArchive`, `damaged`, `unsafeName`, `duplicateEntry`,
    ///   `tooManyEntries` or `overlapping`.
    public static func open(_ path: String) throws(ArchiveError) -> ZipArchive {
        try ArchivePath.checkReadable(path)
        do {
            return try opened(path, ZIP_RDONLY | ZIP_CHECKCONS)
        } catch  where error.code == .damaged {
            // libzip does not say what is inconsistent; looked at without its check, the entries often do.
            _ = try opened(path, ZIP_RDONLY)
            throw error
        }
    }

    private static func opened(_ path: String, _ flags: Int32) throws(ArchiveError) -> ZipArchive {
        var code: Int32 = 0
        guard let archive = zip_open(path, flags, &code) else {
            var failure = zip_error_t()
            zip_error_init_with_code(&failure, code)
            defer { zip_error_fini(&failure) }
            let cause = zip_error_strerror(&failure).map { String(cString: $0) }
            let foreign = code == ZIP_ER_NOZIP
            throw ArchiveError(
                foreign ? .notAnArchive : .damaged,
                path,
                foreign ? "This is no zip file." : "The zip file cannot be opened.",
                cause: cause
            )
        }
        do {
            return ZipArchive(path: path, archive: archive, entryNames: try names(of: archive, path))
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    /// The unpacked size that the archive declares for an entry, in bytes.
    ///
    /// - Throws: `entryNotFound`, `encrypted` or `tooLarge` (more than its packed form can hold).
    public func size(of name: String) throws(ArchiveError) -> Int {
        lock.lock()
        defer { lock.unlock() }
        return try entry(name).size
    }

    /// Unpacks an entry into memory.
    ///
    /// - Parameters:
    ///   - name: the entry.
    ///   - limit: the largest allowed content in bytes, whatever the archive declares.
    /// - Throws: `entryNotFound`, `tooLarge`, `encrypted`, `unsupported` or `damaged`.
    public func read(_ name: String, limit: Int) throws(ArchiveError) -> [UInt8] {
        var sink = ArchiveSink(unpacking: path, limit: limit)
        try unpack(name, into: &sink, limit: limit)
        return sink.bytes
    }

    /// Unpacks an entry into the caller's memory, which is as large as `size(of:)` says.
    ///
    /// - Parameters:
    ///   - name: the entry.
    ///   - memory: where the content goes.
    /// - Throws: `entryNotFound`, `tooLarge`, `encrypted`, `unsupported` or `damaged`.
    public func read(_ name: String, into memory: UnsafeMutableRawBufferPointer) throws(ArchiveError) {
        var sink = ArchiveSink(unpacking: path, into: memory)
        try unpack(name, into: &sink, limit: memory.count)
    }

    /// Unpacks an entry into an open file; memory stays bounded.
    ///
    /// - Parameters:
    ///   - name: the entry.
    ///   - descriptor: a file open for writing, which stays open.
    ///   - limit: the largest allowed content in bytes, whatever the archive declares.
    /// - Throws: `entryNotFound`, `tooLarge`, `encrypted`, `unsupported`, `damaged` or `cannotWrite`.
    public func extract(_ name: String, to descriptor: Int32, limit: Int) throws(ArchiveError) {
        var sink = ArchiveSink(unpacking: path, limit: limit, to: descriptor)
        try unpack(name, into: &sink, limit: limit)
    }
}

extension ZipArchive {
    private static func names(of archive: OpaquePointer, _ path: String) throws(ArchiveError) -> [String] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= mostEntries else { throw ArchiveError(.tooManyEntries, path, "There are \(count) entries.") }
        var names: [String] = []
        var seen: Set<String> = []
        var rest = UInt64(ArchivePath.size(path))
        for index in 0..<max(0, count) {
            guard let text = zip_get_name(archive, UInt64(index), 0) else {
                throw ArchiveError(.damaged, path, "The name of entry \(index) cannot be read.")
            }
            let name = String(cString: text)
            guard ArchivePath.isSafe(name) else {
                throw ArchiveError(.unsafeName, path, "The name of entry \(index) leads out of its folder.")
            }
            guard seen.insert(name).inserted else {
                throw ArchiveError(.duplicateEntry, path, "There are two entries of one name.", cause: name)
            }
            // The packed bytes of all entries lie side by side, unless several entries are the same bytes.
            let packed = packedSize(of: UInt64(index), in: archive)
            guard packed <= rest else {
                throw ArchiveError(.overlapping, path, "The entries are larger together than the file.", cause: name)
            }
            rest -= packed
            names.append(name)
        }
        return names
    }

    private static func packedSize(of index: UInt64, in archive: OpaquePointer) -> UInt64 {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        let isKnown = zip_stat_index(archive, index, 0, &facts) == 0 && facts.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0
        return isKnown ? facts.comp_size : 0
    }

    /// Called under the lock.
    private func entry(_ name: String) throws(ArchiveError) -> (index: UInt64, size: Int) {
        guard let index = entryNames.firstIndex(of: name) else {
            throw ArchiveError(
                .entryNotFound,
                path,
                "There is no entry '\(name)'.",
                remedy: NearestName.hint(name, among: entryNames)
            )
        }
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat_index(archive, UInt64(index), 0, &facts) == 0, let size = Int(exactly: facts.size) else {
            throw ArchiveError(.damaged, path, "Entry '\(name)' cannot be looked at.", cause: cause())
        }
        guard facts.encryption_method == 0 else {
            throw ArchiveError(.encrypted, path, "Entry '\(name)' is encrypted.")
        }
        let packed = facts.comp_size.multipliedReportingOverflow(by: Self.largestCompression)
        guard packed.overflow || facts.size <= packed.partialValue + 1024 else {
            throw ArchiveError(.tooLarge, path, "Entry '\(name)' declares more than its packed form can hold.")
        }
        return (UInt64(index), size)
    }

    private func unpack(_ name: String, into sink: inout ArchiveSink, limit: Int) throws(ArchiveError) {
        lock.lock()
        defer { lock.unlock() }
        let entry = try entry(name)
        guard entry.size <= limit else {
            throw ArchiveError(.tooLarge, path, "Entry '\(name)' is larger than \(limit) bytes.")
        }
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw ArchiveError(.unsupported, path, "Entry '\(name)' cannot be unpacked.", cause: cause())
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer {
            zip_fclose(file)
            buffer.deallocate()
        }
        while true {
            let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
            guard count >= 0 else {
                let cause = zip_error_strerror(zip_file_get_error(file)).map { String(cString: $0) }
                throw ArchiveError(.damaged, path, "Entry '\(name)' is damaged.", cause: cause)
            }
            if count == 0 { break }
            try sink.take(UnsafeRawBufferPointer(rebasing: buffer.prefix(Int(count))))
        }
        guard sink.written == entry.size else {
            throw ArchiveError(.damaged, path, "Entry '\(name)' holds \(sink.written) bytes, not \(entry.size).")
        }
    }

    private func cause() -> String? {
        zip_error_strerror(zip_get_error(archive)).map { String(cString: $0) }
    }
}
