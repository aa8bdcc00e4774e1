import CHDF5
import CRehearsal
import Diagnostics
import Foundation

/// An open HDF5 file; it closes when the last object of it is gone, or by `close`.
///
/// Nothing outside the file is ever read: external links, external storage and virtual datasets are errors. A file that
/// is opened for reading is first read by a child process (`HDF5Rehearsal`), so that none can take this process down.
public final class HDF5File: Sendable {
    /// The path as it was given.
    public let path: String
    /// The group `/`.
    public let root: HDF5Group
    private let context: HDF5Context

    private init(_ context: HDF5Context) throws(HDF5Error) {
        let id = H5Gopen2(context.id, "/", hdf5_default_properties())
        guard id >= 0 else { throw context.failed(.damaged, "/", "The root group cannot be opened.") }
        path = context.path
        root = HDF5Group(HDF5Handle(id, in: context), name: "/")
        self.context = context
    }

    /// Opens a file for reading.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - hazards: what becomes of a file that holds what an honest one seldom does.
    /// - Throws: `fileNotFound`, `notReadable`, `notHDF5`, `truncated`, `damaged`, `crashes`, `hangs`, `exhaustsMemory`,
    ///   `changedWhileRead`, `cannotRehearse` or `noHelper`; where hazards are refused, also `externalLink`,
    ///   `externalStorage`, `virtualDataset`, `linkLoop`, `tooManyObjects`, `hugeAttribute`, `implausibleSize` or
    ///   `unknownFilter`.
    public static func open(_ path: String, hazards: HDF5Hazards = .refused) throws(HDF5Error) -> HDF5File {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try checkReadable(path)
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, let identity = HDF5FileIdentity(descriptor: descriptor) else {
            let cause = String(cString: strerror(errno))
            throw HDF5Error(.notReadable, at: .file(path), "The file cannot be opened.", cause: cause)
        }
        defer { Glibc.close(descriptor) }
        let texts = try HDF5Rehearsal.require(
            descriptor,
            bytes: identity.size,
            identity: identity,
            path: path,
            hazards: hazards
        )
        let access = rehearsal_access(false, UInt64(HDF5Limits.cachedBytes))
        defer { H5Pclose(access) }
        let id = H5Fopen(path, hdf5_read_only(), access)
        guard id >= 0 else {
            let failure = HDF5Library.takeFailure()
            throw HDF5Error(
                failure.truncated || size(path) < smallestFile ? .truncated : .damaged,
                at: .file(path),
                "The file starts as HDF5 but cannot be opened.",
                cause: failure.cause
            )
        }
        let context = HDF5Context(path: path, id: id, texts: texts)
        guard context.descriptor.flatMap(HDF5FileIdentity.init) == identity else {
            throw HDF5Error(.changedWhileRead, at: .file(path), "The file was changed while it was being opened.")
        }
        return try HDF5File(context)
    }

    /// Opens a file that lies in memory for reading; its bytes are kept as long as the file is open, and not copied.
    ///
    /// - Parameters:
    ///   - image: the bytes.
    ///   - name: how to call the file in errors.
    ///   - hazards: what becomes of a file that holds what an honest one seldom does.
    /// - Throws: as `open(_:hazards:)`.
    public static func open(
        _ image: HDF5Image,
        name: String,
        hazards: HDF5Hazards = .refused
    ) throws(HDF5Error) -> HDF5File {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard image.isHDF5 else { throw HDF5Error(.notHDF5, at: .file(name), "The content is not HDF5.") }
        let access = rehearsal_access(false, UInt64(HDF5Limits.cachedBytes))
        defer { H5Pclose(access) }
        guard rehearsal_lend(access, image.bytes.baseAddress, UInt64(image.bytes.count)) >= 0 else {
            let cause = HDF5Library.takeFailure().cause
            throw HDF5Error(.notReadable, at: .file(name), "The content cannot be handed to libhdf5.", cause: cause)
        }
        // The library takes two files of one name for one, and looks for a file on the disk under it.
        let inMemory = "memory:/\(UInt(bitPattern: image.bytes.baseAddress))"
        let texts = try HDF5Rehearsal.require(
            image.descriptor,
            bytes: image.bytes.count,
            identity: nil,
            path: name,
            hazards: hazards
        )
        let id = H5Fopen(inMemory, hdf5_read_only(), access)
        guard id >= 0 else {
            let failure = HDF5Library.takeFailure()
            throw HDF5Error(
                failure.truncated || image.bytes.count < smallestFile ? .truncated : .damaged,
                at: .file(name),
                "The content starts as HDF5 but cannot be opened.",
                cause: failure.cause
            )
        }
        return try HDF5File(HDF5Context(path: name, id: id, image: image, texts: texts))
    }

    /// Creates a file for reading and writing; one that is there is emptied.
    ///
    /// - Throws: `cannotCreate`.
    public static func create(_ path: String) throws(HDF5Error) -> HDF5File {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let access = rehearsal_access(true, UInt64(HDF5Limits.cachedBytes))
        defer { H5Pclose(access) }
        let id = H5Fcreate(path, hdf5_truncate(), hdf5_default_properties(), access)
        guard id >= 0 else {
            let cause = HDF5Library.takeFailure().cause
            throw HDF5Error(.cannotCreate, at: .file(path), "The file cannot be created.", cause: cause)
        }
        return try HDF5File(HDF5Context(path: path, id: id))
    }

    /// Writes a file that appears under its name only when it is complete.
    ///
    /// - Parameters:
    ///   - path: where the file will be; one that is there is replaced at the end.
    ///   - body: fills the file.
    /// - Throws: what `body` throws, `cannotCreate`, or `writeFailed`; then nothing is left behind.
    public static func write(_ path: String, _ body: (HDF5File) throws -> Void) throws {
        let draft = path + ".partial"
        do {
            let file = try create(draft)
            try body(file)
            try file.close()
            guard rename(draft, path) == 0 else {
                throw HDF5Error(
                    .cannotCreate,
                    at: .file(path),
                    "The finished file cannot be put in its place.",
                    cause: String(cString: strerror(errno))
                )
            }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Writes what is still in memory to the disk.
    ///
    /// - Throws: `writeFailed`, for example on a full disk, or `fileClosed`.
    public func flush() throws(HDF5Error) { try context.flush() }

    /// Closes the file; objects of it can then no longer be used. Closing twice is no error.
    ///
    /// - Throws: `writeFailed` when what is still in memory cannot be written, for example on a full disk.
    public func close() throws(HDF5Error) {
        try context.close()
    }
}

/// A superblock with its root entry is never smaller than this many bytes.
private let smallestFile = 48

private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
}

private func checkReadable(_ path: String) throws(HDF5Error) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else {
        let missing = errno == ENOENT || errno == ENOTDIR || path.utf8.contains(0)
        let cause = String(cString: strerror(errno))
        throw HDF5Error(
            missing ? .fileNotFound : .notReadable,
            at: .file(path),
            missing ? "There is no such file." : "The file cannot be looked at.",
            cause: missing ? nil : cause
        )
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw HDF5Error(.notReadable, at: .file(path), "This is no regular file.")
    }
    guard access(path, R_OK) == 0 else {
        throw HDF5Error(.notReadable, at: .file(path), "The file may not be read.")
    }
    let answer = H5Fis_hdf5(path)
    guard answer > 0 else {
        let cause = answer < 0 ? HDF5Library.takeFailure().cause : nil
        throw HDF5Error(.notHDF5, at: .file(path), "The file is not HDF5.", cause: cause)
    }
}
