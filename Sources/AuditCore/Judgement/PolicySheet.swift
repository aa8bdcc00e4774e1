/// Which policy judged an audit.
public struct PolicySheet: Sendable, Hashable {
    /// The policy's id.
    public let id: String
    /// Its title.
    public let title: String
    /// What it is for.
    public let purpose: String
    /// What it does not cover.
    public let limits: String
    /// SHA-256 of the policy file, and of those it extends after it, in lower-case hexadecimal.
    public let sha256: String

    /// Records a policy.
    public init(id: String, title: String, purpose: String, limits: String, sha256: String) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.limits = limits
        self.sha256 = sha256
    }
}
