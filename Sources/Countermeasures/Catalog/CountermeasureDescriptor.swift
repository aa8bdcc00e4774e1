import AuditCore

/// What a defence says about itself: what it protects and what it cannot.
public struct CountermeasureDescriptor: Sendable, Hashable {
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

    /// The heading a defence stands under (EDPB Opinion 28/2024, section 3.2.2).
    public enum Heading: String, Sendable, Hashable, CaseIterable {
        case privacy, regularisation, minimisation, layers, output, security
    }

    /// The name used in manifests and reports.
    public let id: String
    /// A short title.
    public let title: Phrase
    /// What it changes.
    public let kind: Kind
    /// The heading it stands under.
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
    /// What can be set, in the order of help and manifests.
    public let parameters: [CountermeasureParameter]

    /// Describes a defence; its sentences stand in the catalogue under its id.
    init(
        worded id: String,
        kind: Kind,
        heading: Heading,
        protectsLayers: Bool,
        protectsAnswers: Bool,
        parameters: [CountermeasureParameter] = []
    ) {
        self.id = id
        self.kind = kind
        self.protectsLayers = protectsLayers
        self.protectsAnswers = protectsAnswers
        self.parameters = parameters
        self.heading = Phrase(key: "countermeasure-heading.\(heading.rawValue)")
        title = Phrase(key: "countermeasure.\(id).title")
        sentence = Phrase(key: "countermeasure.\(id).sentence")
        caveat = Phrase(key: "countermeasure.\(id).caveat")
        reference = Phrase(key: "countermeasure.\(id).reference")
    }
}
