import AuditCore

/// A defence a report can recommend, or warn against: what it protects and what it cannot.
public struct Countermeasure: Sendable, Hashable {
    /// What part of the system a defence changes.
    public enum Kind: String, Sendable, Hashable {
        /// The way the source model is trained.
        case training
        /// The layers that leave.
        case layers
        /// How the layers are kept after they left.
        case recipient
        /// The answers of the source model.
        case answers
    }

    /// The name used in manifests and reports.
    public let id: String
    /// A short title.
    public let title: Phrase
    /// What it changes.
    public let kind: Kind
    /// The heading it stands under (EDPB Opinion 28/2024, section 3.2.2).
    public let heading: Phrase
    /// What it does.
    public let sentence: Phrase
    /// What it costs, or what it cannot do.
    public let caveat: Phrase
    /// Paper and section.
    public let reference: Phrase
    /// Whether it protects against an adversary who holds the transferred layers.
    public let protectsLayers: Bool
    /// Whether it protects against an adversary who only sees answers.
    public let protectsAnswers: Bool
}
