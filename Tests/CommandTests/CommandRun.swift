import Foundation
import TestSupport
import Testing

/// One run of the built program: its exit code and what it said.
struct CommandRun {
    let code: Int32
    let output: String
    let errors: String

    /// The program stands beside the bundle of tests.
    static let program: URL = {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let near = [bundle, bundle.deletingLastPathComponent(), Bundle.main.bundleURL]
        let candidates = near.map { $0.appending(path: "layeraudit") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
    }()

    /// Runs `layeraudit` to its end, in a folder if one is given.
    init(_ arguments: String..., at folder: WorkFolder? = nil) throws { try self.init(list: arguments, at: folder) }

    init(list arguments: [String], at folder: WorkFolder? = nil, program: URL = Self.program) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder.url }
        // The user's own registry and key stay as they are.
        let scratch = try WorkFolder()
        let places = [
            "LAYERAUDIT_REGISTRY": scratch.path("registry.sqlite"),
            "LAYERAUDIT_PSEUDONYM_KEY": scratch.path("pseudonym.key"),
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(places) { $1 }
        // Files, not pipes: what is written never has to be read for the program to go on.
        let out = scratch.url.appending(path: "out")
        let err = scratch.url.appending(path: "err")
        for file in [out, err] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        output = try String(contentsOf: out, encoding: .utf8)
        errors = try String(contentsOf: err, encoding: .utf8)
    }

    /// The id at the end of the first message, such as `manifest.unknownKey`.
    var errorID: String? { errors.firstMatch(of: #/\[([a-z0-9]+\.[A-Za-z0-9-]+)\]/#).map { String($0.output.1) } }

    /// Whether the messages name a place, in the form `file:line:column` or `file`.
    func names(_ place: String) -> Bool { errors.contains("\(place): ") }

    /// Whether the messages say what to do.
    var hasRemedy: Bool { errors.contains("remedy: ") }
}
