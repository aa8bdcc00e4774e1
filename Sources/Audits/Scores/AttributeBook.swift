/// What attacks on the training population as a whole said.
public struct AttributeBook: Sendable {
    /// The value in question.
    public let value: String
    /// Its share in rich worlds, and of all else in poor ones.
    public let share: Double
    /// Its share among the members; nil where they do not say.
    public let truth: Double?
    /// One entry per attack and approach.
    public let runs: [AttributeRun]
}
