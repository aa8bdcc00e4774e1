/// What the trials of countermeasures say to do.
public struct TrialAdvice: Sendable, Hashable {
    /// What the trials come to.
    public enum Conclusion: String, Sendable, Hashable, CaseIterable {
        /// The model as it is shows no leakage that a countermeasure would have to remove.
        case unnecessary
        /// A change passes the policy.
        case passes
        /// No change that was measured passes the policy.
        case nonePasses = "none-passes"
    }

    /// What the trials come to.
    public let conclusion: Conclusion
    /// The id of the cheapest trial that passes, or, where none does, of the one that came nearest; nil where there is none.
    public let trial: String?
    /// The advice in sentences, the conclusion first.
    public let sentences: [Phrase]

    /// Records advice.
    public init(conclusion: Conclusion, trial: String? = nil, sentences: [Phrase]) {
        self.conclusion = conclusion
        self.trial = trial
        self.sentences = sentences
    }
}
