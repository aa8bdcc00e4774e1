/// The record itself, as it was written.
public enum XMLReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "xml",
        title: "Record (XML)",
        sentence: "Everything the audit knows, in full precision, valid against report.xsd; all other formats derive "
            + "from it.",
        fileName: "report.xml"
    )

    /// The record's bytes, unchanged.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        document.bytes
    }
}
