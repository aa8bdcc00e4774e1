import Foundation
import TestSupport

/// Programs the tests hold results against, where they are installed.
enum Tool {
    /// The repository root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Python with the tests' own packages; nil where it is not set up.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["LAYERAUDIT_TEST_PYTHON"]
        let candidates = [named, root.appending(path: ".venv/bin/python").path, path("python3")].compactMap(\.self)
        return candidates.first { path in
            FileManager.default.isExecutableFile(atPath: path)
                && (try? run(path, ["-c", "import cryptography"]))?.status == 0
        }
    }()

    static func path(_ name: String) -> String? {
        if name.hasPrefix("/") { return name }
        return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func exists(_ name: String) -> Bool { path(name) != nil }

    /// Both independent programs are there.
    static let areThere = exists("xmlsec1") && exists("openssl")

    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: [UInt8], errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: path(name) ?? name)
        process.arguments = arguments
        let output = Pipe()
        let scratch = try WorkFolder()
        let errors = scratch.path("errors")
        try Data().write(to: URL(filePath: errors))
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self)
        return (process.terminationStatus, [UInt8](said), text)
    }
}
