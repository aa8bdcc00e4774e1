import TestSupport

@testable import Policies

/// A folder of policies that goes with its value.
struct PolicyFolder {
    private let folder: WorkFolder

    init() throws { folder = try WorkFolder() }

    func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

    func read(_ name: String) throws(PolicyError) -> Policy {
        try PolicyReader.read(path: folder.path(name), knownAttacks: knownAttacks)
    }

    func issues(_ name: String) -> [PolicyIssue] {
        do {
            _ = try read(name)
            return []
        } catch { return error.issues }
    }
}
