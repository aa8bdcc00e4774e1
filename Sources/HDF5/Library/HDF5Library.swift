import CHDF5
import CHDF5Filters
import Foundation

/// The one door to libhdf5: a lock around every call, and the error stack of the thread that failed.
///
/// The C library keeps global state and is thread-safe only in some builds, so all calls are serialised by one recursive
/// lock. That is what lets the classes of this module be Sendable.
enum HDF5Library {
    private static let lock = NSRecursiveLock()

    /// Runs once before the first call: no code is loaded because a file asks for it, and nothing runs at exit (after a
    /// full disk the library's own exit handler loops over files that it cannot close).
    private static let prepared: Bool = {
        H5dont_atexit()
        H5open()
        H5PLset_loading_state(0)
        _ = hdf5_register_lzf()
        return true
    }()

    /// Takes the lock and keeps libhdf5 from printing on this thread; every call is paired with `leave`.
    static func enter() {
        lock.lock()
        _ = prepared
        H5Eset_auto2(hdf5_error_stack(), nil, nil)
    }

    /// Gives the lock back.
    static func leave() {
        lock.unlock()
    }

    /// What libhdf5 says about the call that just failed on this thread; empties its stack.
    static func takeFailure() -> HDF5Failure {
        var failure = HDF5Failure()
        withUnsafeMutablePointer(to: &failure) { pointer in
            _ = H5Ewalk2(
                hdf5_error_stack(),
                H5E_WALK_UPWARD,
                { _, entry, context in
                    guard let entry, let failure = context?.assumingMemoryBound(to: HDF5Failure.self) else { return 0 }
                    if let text = entry.pointee.desc { failure.pointee.messages.append(String(cString: text)) }
                    if entry.pointee.min_num == hdf5_error_truncated() { failure.pointee.truncated = true }
                    return 0
                },
                pointer
            )
        }
        H5Eclear2(hdf5_error_stack())
        return failure
    }
}

/// The error stack of one failed call.
struct HDF5Failure {
    /// Descriptions, innermost function first.
    var messages: [String] = []
    /// Whether the library says that the file is cut short.
    var truncated = false

    /// The few innermost descriptions, which name the reason; the outer ones only repeat the call.
    var cause: String? {
        messages.isEmpty ? nil : messages.prefix(3).joined(separator: "; ")
    }
}
