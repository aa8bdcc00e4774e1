import Foundation
import Testing

/// A tmpfs of a few hundred KiB, unmounted with its owner.
final class SmallDisk {
    static let isPossible = getuid() == 0 && run("/bin/sh", ["-c", "d=$(mktemp -d) && \(probe)"]) == 0
    private static let probe = "mount -t tmpfs -o size=64k tmpfs $d 2>/dev/null && umount $d && rmdir $d"

    let path: String

    init(_ path: String, kibibytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try #require(Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path]) == 0)
    }

    deinit { _ = Self.run("/bin/umount", ["-l", path]) }

    private static func run(_ tool: String, _ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
