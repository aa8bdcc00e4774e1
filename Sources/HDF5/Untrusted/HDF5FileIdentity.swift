import Glibc

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

    /// The file that a descriptor is open on; nil when it is open on none.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
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
