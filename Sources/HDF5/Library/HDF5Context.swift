import CHDF5
import Diagnostics

/// The open file that handles belong to; closes it when the last of them is gone.
///
/// `@unchecked Sendable`: mutable state is touched only under the library's lock.
final class HDF5Context: @unchecked Sendable {
    let path: String
    let id: hid_t
    private(set) var isOpen = true
    /// Closing an object writes what is still in memory; when that fails its owner is gone, so the file remembers it.
    private var lost: HDF5Failure?

    /// The bytes of a file that lies in memory.
    private let image: HDF5Image?

    /// The texts of the attributes of a file that was rehearsed.
    let texts: HDF5RehearsedTexts

    init(path: String, id: hid_t, image: HDF5Image? = nil, texts: HDF5RehearsedTexts = HDF5RehearsedTexts()) {
        self.path = path
        self.id = id
        self.image = image
        self.texts = texts
    }

    /// What the file is read by, for a child to read it, too; nil when libhdf5 cannot tell. Called under the lock.
    var descriptor: Int32? {
        if let image { return image.descriptor }
        var handle: UnsafeMutableRawPointer?
        guard H5Fget_vfd_handle(id, hdf5_default_properties(), &handle) >= 0, let handle else {
            H5Eclear2(hdf5_error_stack())
            return nil
        }
        return handle.load(as: Int32.self)
    }

    deinit {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        if isOpen, H5Fclose(id) < 0 { H5Eclear2(hdf5_error_stack()) }
    }

    /// Closes the file and every object still open in it.
    func close() throws(HDF5Error) {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard isOpen else { return }
        let flushed = H5Fflush(id, H5F_SCOPE_LOCAL) >= 0
        let failure = flushed ? lost : lost ?? HDF5Library.takeFailure()
        isOpen = false
        let closing = H5Fclose(id) < 0 ? HDF5Library.takeFailure() : nil
        if let failure = failure ?? closing { throw incomplete(failure) }
    }

    /// Writes what is still in memory to the disk.
    func flush() throws(HDF5Error) {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try requireOpen("/")
        let flushed = H5Fflush(id, H5F_SCOPE_LOCAL) >= 0
        if let failure = flushed ? lost : HDF5Library.takeFailure() { throw incomplete(failure) }
    }

    /// Closes one object of the file; called under the lock.
    func close(_ object: hid_t) {
        // Closing a file closes its objects, and their identifiers must then not be used again.
        if isOpen, H5Oclose(object) < 0 { lost = HDF5Library.takeFailure() }
    }

    private func incomplete(_ failure: HDF5Failure) -> HDF5Error {
        HDF5Error(.writeFailed, at: .file(path), "The file could not be written to its end.", cause: failure.cause)
    }

    /// Throws when the file is closed; called under the lock before handles are used.
    func requireOpen(_ object: String) throws(HDF5Error) {
        guard isOpen else { throw HDF5Error(.fileClosed, at: place(object), "The file was closed before.") }
    }

    func place(_ object: String) -> Location { .hdf5(file: path, object: object) }

    /// An error about the library call that just failed.
    func failed(_ code: HDF5Error.Code, _ object: String, _ summary: String) -> HDF5Error {
        HDF5Error(code, at: place(object), summary, cause: HDF5Library.takeFailure().cause)
    }
}

/// One identifier of libhdf5, released with its owner.
///
/// `@unchecked Sendable`: used only under the library's lock.
final class HDF5Handle: @unchecked Sendable {
    let id: hid_t
    private var isClosed = false
    let context: HDF5Context

    init(_ id: hid_t, in context: HDF5Context) {
        self.id = id
        self.context = context
    }

    deinit { close() }

    /// Lets the object go before its owner does.
    func close() {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        if !isClosed { context.close(id) }
        isClosed = true
    }
}
