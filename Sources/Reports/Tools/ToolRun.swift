import Foundation

/// How a program ended that was given its input and a time limit.
enum ToolRun {
    /// It ended well, and wrote this.
    case finished([UInt8])
    /// It could not start, or ended badly.
    case failed(String)
    /// It was stopped.
    case timedOut

    /// The first of `names` that can be run along `PATH`; nil for none.
    static func find(_ names: String...) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":"
        )
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program; input and output pass through files in a folder of its own, so that neither side can block.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - input: what it reads, from its standard input or from the file `input`.
    ///   - inputName: the name of that file.
    ///   - outputName: the file it writes; nil for its standard output.
    ///   - timeout: seconds.
    ///   - arguments: made from the path of the folder that holds the files, and goes with the run.
    static func run(
        _ program: String,
        input: [UInt8],
        inputName: String = "in",
        outputName: String? = nil,
        timeout: Double,
        arguments: (String) -> [String]
    ) -> ToolRun {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("layeraudit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let files = [inputName, "out", "err"].map { folder.appendingPathComponent($0) }
            for (file, content) in zip(files, [input, [], []]) { try Data(content).write(to: file) }
            let ended = try run(program, arguments(folder.path), files, in: folder, timeout: timeout)
            guard case .finished(let said) = ended, let outputName else { return ended }
            let output = try? Data(contentsOf: folder.appendingPathComponent(outputName))
            return output.map { .finished(Array($0)) } ?? .failed(String(decoding: said.prefix(2000), as: UTF8.self))
        } catch {
            return .failed("\(error)")
        }
    }

    private static func run(
        _ program: String,
        _ arguments: [String],
        _ files: [URL],
        in folder: URL,
        timeout: Double
    ) throws -> ToolRun {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path]
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
