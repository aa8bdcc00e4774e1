/// What a reader asks of a format beyond the record.
public struct RenderOptions {
    /// An earlier record of the same release line, for formats that say what is new; nil for none.
    public let baseline: ReportDocument?
    /// The language of the formats that people read; the others have one form.
    public let language: ReportLanguage

    /// Asks for something.
    public init(baseline: ReportDocument? = nil, language: ReportLanguage = .english) {
        self.baseline = baseline
        self.language = language
    }
}
