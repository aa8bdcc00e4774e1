import Foundation

/// Another program, run to its end.
struct Command {
    let code: Int32
    let text: String

    /// - Parameter arguments: the program, found on the path, and what it gets.
    init(_ arguments: String...) throws { try self.init(arguments) }

    init(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }

    /// The repository's root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The Python with what Tests/Recompute needs; nil where there is none.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["LAYERAUDIT_TEST_PYTHON"]
        let own = root.appending(path: ".venv/bin/python").path
        return [named, own, "python3"].compactMap(\.self).first { python in
            (try? Command(python, "-c", "import h5py, numpy, scipy, sklearn"))?.code == 0
        }
    }()
}
