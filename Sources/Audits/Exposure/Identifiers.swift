import AuditCore

/// How the persons behind the records are named in what an audit writes.
public enum Identifiers: Sendable {
    /// By pseudonyms under a key, which is made where there is none; nil for the user's own key.
    case pseudonyms(keyFile: String?)
    /// As the data name them.
    case raw

    /// What the report says of it.
    func described(subjects: Bool) -> ExposureSheet.Identifiers {
        guard subjects else { return .rows }
        switch self {
        case .pseudonyms: return .pseudonyms
        case .raw: return .raw
        }
    }
}
