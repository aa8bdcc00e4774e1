/// A countermeasure the report recommends, or warns against, for this audit's findings.
public struct Recommendation: Sendable, Hashable {
    /// The countermeasure's id.
    public let countermeasure: String
    /// Its title.
    public let title: Phrase
    /// The heading it stands under (EDPB Opinion 28/2024, section 3.2.2).
    public let heading: Phrase
    /// What it does, and why for this audit.
    public let sentence: Phrase
    /// What it costs or cannot do.
    public let caveat: Phrase
    /// Paper and section.
    public let reference: Phrase
    /// Ids of the findings it answers.
    public let findings: [String]
    /// False for a countermeasure that is listed because it does not help here.
    public let helps: Bool

    /// Records a recommendation.
    public init(
        countermeasure: String,
        title: Phrase,
        heading: Phrase,
        sentence: Phrase,
        caveat: Phrase,
        reference: Phrase,
        findings: [String],
        helps: Bool
    ) {
        self.countermeasure = countermeasure
        self.title = title
        self.heading = heading
        self.sentence = sentence
        self.caveat = caveat
        self.reference = reference
        self.findings = findings
        self.helps = helps
    }
}
