import Foundation
import KerasModels

/// Reading of a model file: seconds, and how far memory rises over what the process had before.
struct LoadingBenchmark {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Prints seconds, the file's bytes and the bytes by which the peak of the resident memory rises.
    func print() throws {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let before = try Self.status("VmRSS:")
        let run = try timed { try KerasModel.read(path) }
        let peak = try Self.status("VmHWM:")
        Swift.print("layers \(run.result.architecture.layers.count)\nseconds \(run.seconds)")
        Swift.print("file \(size)\nmemory \(max(0, peak - before))")
    }

    /// A line of the kernel's account of this process, in bytes.
    private static func status(_ name: String) throws -> Int {
        let lines = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
        let line = lines.first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
