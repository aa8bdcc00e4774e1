import Foundation
import TestSupport

/// A tiny tmpfs, where the tests may mount one.
final class FullDisk {
    private let folder: WorkFolder
    var path: String { folder.path }

    static var isPossible: Bool { getuid() == 0 && (try? FullDisk(kilobytes: 8)) != nil }

    init(kilobytes: Int) throws {
        folder = try WorkFolder()
        let result = try Tool.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
        guard result.status == 0 else { throw CocoaError(.featureUnsupported) }
    }

    deinit { _ = try? Tool.run("umount", [folder.path]) }
}
