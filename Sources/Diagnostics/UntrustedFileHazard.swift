/// A way in which a file from outside can do harm, and for which it is refused.
public struct UntrustedFileHazard: Sendable, Hashable {
    /// The identifier of the error that refuses such a file, `<boundary>.<code>`.
    public let id: String
    /// What the file does, in one sentence.
    public let sentence: String
    /// What the reader can do about it.
    public let remedy: String

    /// Describes a hazard.
    public init(id: String, sentence: String, remedy: String) {
        self.id = id
        self.sentence = sentence
        self.remedy = remedy
    }
}
