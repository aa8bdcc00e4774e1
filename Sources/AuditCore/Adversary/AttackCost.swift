/// What an attack cost the adversary in this audit (recital 26: cost, time and technology).
public struct AttackCost: Sendable, Hashable {
    /// The attack's id.
    public let attack: String
    /// The approach it ran under.
    public let approach: Approach
    /// Queries to the attacked model, in records.
    public let queries: Int
    /// Records of the same kind as the training data that the adversary had to hold.
    public let shadowRecords: Int
    /// Processor time spent on shadow models and on the attack, in core-seconds.
    public let coreSeconds: Double

    /// Records the cost of one attack under one approach.
    public init(attack: String, approach: Approach, queries: Int, shadowRecords: Int, coreSeconds: Double) {
        self.attack = attack
        self.approach = approach
        self.queries = queries
        self.shadowRecords = shadowRecords
        self.coreSeconds = coreSeconds
    }
}
