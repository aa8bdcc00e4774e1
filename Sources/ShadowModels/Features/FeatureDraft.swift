import Foundation
import Tensors

/// A file of features while it is written: batch by batch, from any thread.
struct FeatureDraft: Sendable {
    private let folder: String
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private let opening: [UInt8]
    /// Where the checksum stands.
    private let end: Int
    private let rowBytes: Int

    /// Makes room for all of it, so that a disk that is too small says so before anything is computed.
    init(_ key: StoreKey, rows: Int, shape: [Int], in folder: String) throws {
        self.folder = folder
        path = StoreFolder.path(key.name, in: folder)
        draft = "\(path).\(UUID().uuidString).draft"
        opening = EntryWriter.opening(key, rows: rows, shape: shape)
        rowBytes = shape.reduce(MemoryLayout<Float>.stride, *)
        end = opening.count + rows * rowBytes
        do {
            try StoreFolder.make((path as NSString).deletingLastPathComponent)
        } catch {
            throw Self.unwritable(folder, (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
        descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Self.unwritable(folder, Self.reason(errno)) }
        let status = posix_fallocate(descriptor, 0, off_t(end + EntryReader.checksum))
        guard status == 0 else {
            discard()
            throw Self.unwritable(folder, Self.reason(status))
        }
        do {
            try opening.withUnsafeBytes { try write($0, at: 0) }
        } catch {
            discard()
            throw error
        }
    }

    /// Puts the features of a batch in their place.
    ///
    /// - Parameter row: where its first record stands.
    func write(_ values: TensorValues, at row: Int) throws {
        try values.floats.withUnsafeBytes { try write($0, at: opening.count + row * rowBytes) }
    }

    /// Adds the checksum and gives the file its name; where that fails, it leaves nothing.
    func finish() throws {
        do {
            guard let data = FeatureFile.mapped(draft), data.count == end + EntryReader.checksum else {
                throw FeatureError(.unreadable, "features that were just written cannot be read", folder: folder)
            }
            let checksum = Array(FeatureFile.checksum(data, upTo: end))
            try checksum.withUnsafeBytes { try write($0, at: end) }
            guard rename(draft, path) == 0 else { throw Self.unwritable(folder, Self.reason(errno)) }
        } catch {
            discard()
            throw error
        }
        close(descriptor)
    }

    /// Leaves nothing.
    func discard() {
        close(descriptor)
        unlink(draft)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
        var written = 0
        while written < bytes.count {
            let count = pwrite(
                descriptor,
                bytes.baseAddress.map { $0 + written },
                bytes.count - written,
                off_t(offset + written)
            )
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.unwritable(folder, Self.reason(errno)) }
            written += count
        }
    }

    private static func unwritable(_ folder: String, _ cause: String) -> FeatureError {
        FeatureError(.unwritable, "the features of all cuts cannot be kept", folder: folder, cause: cause)
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
