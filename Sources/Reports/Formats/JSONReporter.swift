/// The record as JSON, valid against `report.schema.json`.
public enum JSONReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "json",
        title: "Record (JSON)",
        sentence: "The record's content for programs, in full precision, valid against report.schema.json; figures as "
            + "data, without their drawings.",
        fileName: "report.json"
    )

    /// The record, with the names that report.xml uses.
    ///
    /// - Throws: `renderingFailed`, `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        try JSONText.bytes(
            RecordJSON.value(try document.record(), language: document.xml.root.attribute("language")),
            of: document.name
        )
    }
}
