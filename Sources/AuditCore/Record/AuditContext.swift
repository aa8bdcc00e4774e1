/// Who shares with whom, as the manifest states it.
public struct AuditContext: Sendable, Hashable {
    /// The organisation that owns the source model; nil when not stated.
    public let controller: String?
    /// The organisation that gets the transferred layers; nil when not stated.
    public let recipient: String?
    /// To whom the layers go.
    public let release: ReleaseContext
    /// Categories of personal data, such as `health` (GDPR Art. 9 categories raise severity).
    public let dataCategories: [String]
    /// Whether the recipient is outside the EEA; nil when not stated.
    public let recipientOutsideEEA: Bool?

    /// The categories as a reader sees them; one that is not LayerAudit's own stands as it is.
    public var categoryTitles: [Phrase] {
        dataCategories.map { category in
            let words = category.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
            return Phrase(key: "data-category.\(words)", arguments: [], text: category)
        }
    }

    /// Records the context.
    public init(
        controller: String?,
        recipient: String?,
        release: ReleaseContext,
        dataCategories: [String],
        recipientOutsideEEA: Bool? = nil
    ) {
        self.controller = controller
        self.recipient = recipient
        self.release = release
        self.dataCategories = dataCategories
        self.recipientOutsideEEA = recipientOutsideEEA
    }
}
