/// To whom the transferred layers go.
public enum ReleaseContext: String, Sendable, Hashable, Codable, CaseIterable {
    /// Within the organisation.
    case `internal`
    /// To a named partner under contract.
    case partner
    /// To anybody.
    case `public`

    /// The words a reader sees.
    public var title: Phrase { Phrase(key: "release-name.\(rawValue)") }
}
