/// Something in which a policy asks less than the policy it extends.
public struct PolicyWeakening: Sendable, Hashable, CustomStringConvertible {
    /// The policy that weakens.
    public let policy: String
    /// The policy that it extends.
    public let base: String
    /// What it is about.
    public let subject: PolicyChange.Subject
    /// What is weaker, such as `gate 'auc': threshold 0.6 becomes 0.7`.
    public let sentence: String
    /// Why, in the words of the policy's author.
    public let reason: String

    /// Records a weakening.
    public init(
        policy: String,
        base: String,
        subject: PolicyChange.Subject,
        sentence: String,
        reason: String
    ) {
        self.policy = policy
        self.base = base
        self.subject = subject
        self.sentence = sentence
        self.reason = reason
    }

    /// What is weaker than what, and why.
    public var description: String { "weaker than \(base): \(sentence) (\(reason))" }
}
