import CHDF5
import Foundation

/// Which file this is, and in which state: what `stat` tells of it.
struct HDF5FileIdentity: Hashable {
    private let device: UInt
    private let inode: UInt
    private let modified: [Int]
    private let changed: [Int]
    /// Bytes.
    let size: Int

    private init(_ status: stat) {
        device = UInt(truncatingIfNeeded: status.st_dev)
        inode = UInt(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        modified = [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
        changed = [Int(status.st_ctim.tv_sec), Int(status.st_ctim.tv_nsec)]
    }

    /// The file at a path; nil when there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The file that libhdf5 has open; nil for one in memory.
    init?(open file: hid_t) {
        var handle: UnsafeMutableRawPointer?
        guard H5Fget_vfd_handle(file, hdf5_default_properties(), &handle) >= 0, let handle else {
            H5Eclear2(hdf5_error_stack())
            return nil
        }
        var status = stat()
        guard fstat(handle.load(as: Int32.self), &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether another change would leave another time stamp: file systems count in steps of some milliseconds.
    var isSettled: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let age = (now.tv_sec - changed[0]) * 1000 + (now.tv_nsec - changed[1]) / 1_000_000
        return age > 50
    }
}
