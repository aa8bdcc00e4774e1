import Foundation

/// How a program ended that was given its input and a time limit.
enum ToolRun {
    /// It ended well, and wrote this.
    case finished([UInt8])
    /// It could not start, or ended badly.
    case failed(String)
    /// It was stopped.
    case timedOut

    /// Runs a program; input and output pass through files in a folder of its own, so that neither side can block.
    static func run(_ program: String, arguments: [String], input: String, timeout: Double) -> ToolRun {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("layeraudit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try run(program, arguments, input: input, in: folder, timeout: timeout)
        } catch {
            return .failed("\(error)")
        }
    }

    private static func run(
        _ program: String,
        _ arguments: [String],
        input: String,
        in folder: URL,
        timeout: Double
    ) throws -> ToolRun {
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        for (file, content) in zip(files, [input, "", ""]) { try Data(content.utf8).write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + timeout) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            return .timedOut
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let said = String(decoding: try Data(contentsOf: files[2]).prefix(2000), as: UTF8.self)
            return .failed("exit code \(process.terminationStatus): \(said.trimmingBlanks)")
        }
        return .finished(Array(try Data(contentsOf: files[1])))
    }
}
