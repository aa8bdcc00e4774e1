import AuditCore

/// What an audit leaves: the record every report derives from, and the scores its figures are computed from.
public struct AuditResult: Sendable {
    /// Everything the audit knows.
    public let record: AuditRecord
    /// What each attack said of each record.
    public let scores: ScoreBook
    /// What each attack on the target's training set said of each of its records; nil where none ran.
    public let targetScores: ScoreBook?

    /// Pairs the record with its scores.
    public init(record: AuditRecord, scores: ScoreBook, targetScores: ScoreBook? = nil) {
        self.record = record
        self.scores = scores
        self.targetScores = targetScores
    }
}
