/// One kind of attack from the EDPB's list, and whether this audit ran it (Opinion 28/2024 ¶55).
public struct CoverageRow: Sendable, Hashable {
    /// The kind of attack in the EDPB's words.
    public let kind: Phrase
    /// Whether anything of this kind ran.
    public let ran: Bool
    /// Which attacks ran, or why none did.
    public let sentence: Phrase

    /// Records one row.
    public init(kind: Phrase, ran: Bool, sentence: Phrase) {
        self.kind = kind
        self.ran = ran
        self.sentence = sentence
    }
}
