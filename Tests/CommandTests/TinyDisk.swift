import Foundation
import TestSupport

/// A very small tmpfs, where the tests may mount one.
final class TinyDisk {
    private let folder: WorkFolder
    var path: String { folder.url.path }
    var contents: [String] { folder.contents }

    static let isPossible: Bool = getuid() == 0 && (try? TinyDisk(kilobytes: 8)) != nil

    init(kilobytes: Int) throws {
        folder = try WorkFolder()
        guard try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.url.path) == 0 else {
            throw CocoaError(.featureUnsupported)
        }
    }

    deinit { _ = try? Self.run("umount", folder.url.path) }

    private static func run(_ command: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
