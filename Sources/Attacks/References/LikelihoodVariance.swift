/// Whose spread LiRA takes for σ.
public enum LikelihoodVariance: String, Sendable, Hashable, CaseIterable {
    /// One for all records below 64 shadow models, one for each record from there (Carlini et al. 2022, section VI-B).
    case automatic
    /// One for all records.
    case pooled
    /// One for each record.
    case perRecord = "per-record"

    /// Whether all records share one variance with so many models.
    func isPooled(models: Int) -> Bool {
        switch self {
        case .automatic: models < 64
        case .pooled: true
        case .perRecord: false
        }
    }
}
