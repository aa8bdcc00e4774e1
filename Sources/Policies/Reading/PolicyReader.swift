import AuditCore
import Diagnostics
import XML

/// Reads a policy file and what it extends: the schema first, then what a schema cannot say, and every problem at once.
public enum PolicyReader {
    /// Reads the file at `path`.
    ///
    /// - Parameters:
    ///   - path: the policy file.
    ///   - knownAttacks: the attacks a policy may name, controls included.
    /// - Throws: `fileNotFound`, `unreadable`, and every code of an invalid policy.
    public static func read(path: String, knownAttacks: [AttackDescriptor]) throws(PolicyError) -> Policy {
        try PolicyLoader(knownAttacks: knownAttacks, canReadFiles: true).policy(.file(path))
    }

    /// Reads a policy from memory; of policies it may extend only shipped ones, since it stands in no folder.
    ///
    /// - Parameters:
    ///   - bytes: the policy.
    ///   - name: what messages call it.
    ///   - knownAttacks: the attacks a policy may name, controls included.
    /// - Throws: `unreadable`, and every code of an invalid policy.
    public static func read(
        bytes: [UInt8],
        name: String,
        knownAttacks: [AttackDescriptor]
    ) throws(PolicyError) -> Policy {
        try PolicyLoader(knownAttacks: knownAttacks, canReadFiles: false)
            .policy(PolicySource(file: name, bytes: bytes), chain: [])
    }
}
