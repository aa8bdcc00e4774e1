/// A report format: made from a valid `report.xml` and nothing else, so that a saved record is enough to make it again.
public protocol Reporter: Sendable {
    /// What the format says about itself.
    static var descriptor: ReporterDescriptor { get }

    /// The bytes of the report.
    ///
    /// - Throws: `renderingFailed`.
    static func render(_ document: ReportDocument) throws(ReportError) -> [UInt8]
}
