/// One kind of attack from the EDPB's list, and whether this audit ran it (Opinion 28/2024 ¶55).
public struct CoverageRow: Sendable, Hashable {
    /// The kind of attack in the EDPB's words.
    public let kind: String
    /// Whether anything of this kind ran.
    public let ran: Bool
    /// Which attacks ran, or why none did.
    public let sentence: String

    /// Records one row.
    public init(kind: String, ran: Bool, sentence: String) {
        self.kind = kind
        self.ran = ran
        self.sentence = sentence
    }
}
