import Foundation

@testable import Policies

/// A folder of policies that goes with its value.
final class PolicyFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "policies-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ text: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws(PolicyError) -> Policy {
        try PolicyReader.read(path: url.appending(path: name).path, knownAttacks: knownAttacks)
    }

    func issues(_ name: String) -> [PolicyIssue] {
        do {
            _ = try read(name)
            return []
        } catch { return error.issues }
    }
}
