/// What became of one attack under one approach and shadow size: three results that all look like "accuracy 0.5".
public struct AttackOutcome: Sendable, Hashable {
    /// The distinction DESIGN.md section 6 asks for.
    public enum State: String, Sendable, Hashable, Codable {
        /// The attack tells members from non-members: the interval of its AUC lies above chance.
        case leaks
        /// The attack worked on its shadow models, and finds no evidence of leakage in the audited model.
        case noEvidence = "no-evidence"
        /// On shadow records kept aside the attack decides no better than chance; its figures say nothing about the model.
        case didNotLearn = "did-not-learn"
    }

    /// The attack's id.
    public let attack: String
    /// How the shadow models used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set; 0 where there is no shadow model.
    public let shadowSize: Int
    /// What became of it.
    public let state: State
    /// AUC of the attack on shadow records kept aside; nil for attacks that learn nothing.
    public let shadowAUC: Double?
    /// The sentence the report prints.
    public let sentence: Phrase

    /// Records the outcome of one attack.
    public init(
        attack: String,
        approach: Approach,
        shadowSize: Int,
        state: State,
        shadowAUC: Double?,
        sentence: Phrase
    ) {
        self.attack = attack
        self.approach = approach
        self.shadowSize = shadowSize
        self.state = state
        self.shadowAUC = shadowAUC
        self.sentence = sentence
    }
}
