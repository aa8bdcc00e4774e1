import AuditCore

/// What an audit leaves: the record every report derives from, and the scores its figures are computed from.
public struct AuditResult: Sendable {
    /// Everything the audit knows.
    public let record: AuditRecord
    /// What each attack said of each record.
    public let scores: ScoreBook

    /// Pairs the record with its scores.
    public init(record: AuditRecord, scores: ScoreBook) {
        self.record = record
        self.scores = scores
    }
}
