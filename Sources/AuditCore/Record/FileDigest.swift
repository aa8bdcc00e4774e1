/// A file the audit rests on, with its content's digest.
public struct FileDigest: Sendable, Hashable {
    /// What the file is to the audit: `source model`, `transferred layers`, `members`, `manifest`, `policy` ….
    public let role: String
    /// The file's name, without its folders.
    public let name: String
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String
    /// Size in bytes.
    public let bytes: Int

    /// The role as a reader sees it; one that is not LayerAudit's own stands as it is.
    public var roleTitle: Phrase {
        Phrase(key: "file-role.\(role.replacing(" ", with: "-"))", arguments: [], text: role)
    }

    /// Records a file.
    public init(role: String, name: String, sha256: String, bytes: Int) {
        self.role = role
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
    }
}
