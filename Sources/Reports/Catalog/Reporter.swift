/// A report format: made from a valid `report.xml` and nothing else, so that a saved record is enough to make it again.
public protocol Reporter: Sendable {
    /// What the format says about itself.
    static var descriptor: ReporterDescriptor { get }

    /// The bytes of the report.
    ///
    /// - Throws: `renderingFailed`; `invalidReport` where a number of the record is out of this machine's range.
    static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8]
}

extension Reporter {
    /// The bytes of the report, without anything asked for beyond the record.
    ///
    /// - Throws: what `render(_:options:)` throws.
    public static func render(_ document: ReportDocument) throws(ReportError) -> [UInt8] {
        try render(document, options: RenderOptions())
    }
}
