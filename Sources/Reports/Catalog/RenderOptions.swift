/// What a reader asks of a format beyond the record.
public struct RenderOptions {
    /// An earlier record of the same release line, for formats that say what is new; nil for none.
    public let baseline: ReportDocument?

    /// Asks for something.
    public init(baseline: ReportDocument? = nil) { self.baseline = baseline }
}
