/// What an attack says of every queried record.
public struct AttackScores: Sendable, Hashable {
    /// One score per query; higher = more likely a member.
    public let scores: [Double]
    /// One decision per query, at the threshold chosen on shadow data.
    public let decisions: [Bool]
    /// The score from which a record is called a member; nil where decisions are made otherwise.
    public let threshold: Double?
    /// How the attack does on shadow records; nil for attacks that learn nothing.
    public let learning: Learning?

    /// An attack on shadow records it did not learn from: what tells an attack that could not learn from one that finds
    /// nothing.
    ///
    /// Members and non-members come from disjoint pools, so an attack that knows its own shadow records again decides them
    /// rightly without having learned anything about models.
    public struct Learning: Sendable, Hashable {
        /// Area under the ROC curve of the scores of the shadow records.
        public let auc: Double
        /// Right decisions, one vote per record: the sum over records of the share of right ones, rounded down.
        public let rightDecisions: Int
        /// Number of distinct shadow records; of attacks that read off models, as many members as non-members.
        public let records: Int

        /// Records how well an attack learned.
        public init(auc: Double, rightDecisions: Int, records: Int) {
            self.auc = auc
            self.rightDecisions = rightDecisions
            self.records = records
        }
    }

    /// Collects an attack's scores.
    public init(scores: [Double], decisions: [Bool], threshold: Double?, learning: Learning?) {
        self.scores = scores
        self.decisions = decisions
        self.threshold = threshold
        self.learning = learning
    }
}
