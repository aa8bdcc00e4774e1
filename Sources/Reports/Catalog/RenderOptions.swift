import AuditCore

/// What a reader asks of a format beyond the record.
public struct RenderOptions {
    /// An earlier record of the same release line, for formats that say what is new; nil for none.
    public let baseline: ReportDocument?
    /// The language of the formats that people read; the others have one form.
    public let language: Language

    /// Asks for something.
    public init(baseline: ReportDocument? = nil, language: Language = .english) {
        self.baseline = baseline
        self.language = language
    }
}
