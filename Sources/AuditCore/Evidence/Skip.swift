/// Something that could not run, with its reason; never counts as a pass.
public struct Skip: Sendable, Hashable {
    /// What was skipped: an attack id, optionally with `/approach`.
    public let id: String
    /// Why.
    public let reason: Phrase
    /// What would make it run.
    public let remedy: Phrase

    /// Records a skip.
    public init(id: String, reason: Phrase, remedy: Phrase) {
        self.id = id
        self.reason = reason
        self.remedy = remedy
    }
}
