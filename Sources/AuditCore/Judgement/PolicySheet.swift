/// Which policy judged an audit.
public struct PolicySheet: Sendable, Hashable {
    /// The policy's id.
    public let id: String
    /// Its title.
    public let title: Phrase
    /// What it is for.
    public let purpose: Phrase
    /// What it does not cover.
    public let limits: Phrase
    /// SHA-256 of the policy file, and of those it extends after it, in lower-case hexadecimal.
    public let sha256: String

    /// Records a policy.
    public init(id: String, title: Phrase, purpose: Phrase, limits: Phrase, sha256: String) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.limits = limits
        self.sha256 = sha256
    }
}
