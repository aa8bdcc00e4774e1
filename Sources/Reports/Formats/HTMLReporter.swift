import XML

/// The report a compliance officer reads, signs and files.
public enum HTMLReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "html",
        title: "Report (HTML)",
        sentence:
            "One self-contained page for the compliance officer, with the DPIA's sections and the technical annex.",
        fileName: "report.html"
    )

    /// The page in the language asked for: `report.xsl` applied to the record and to the language's words, with
    /// `report.css` and `palette.css` inside.
    ///
    /// - Throws: `renderingFailed`; in a language other than the record's, what reading the record throws.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let said = try document.said(in: options.language)
        do {
            let transform = try XSLTransform.load(bytes: PackageResources.report_xsl, name: "report.xsl")
            let style = String(decoding: PackageResources.report_css, as: UTF8.self)
            let palette = String(decoding: PackageResources.palette_css, as: UTF8.self)
            return try transform.apply(
                to: said.xml,
                parameters: ["css": style, "palette": palette],
                appending: options.language.words()
            ).bytes
        } catch {
            throw ReportError(
                code: .renderingFailed,
                summary: "the page could not be made from the record",
                location: .file(document.name),
                cause: error.description,
                remedy: "Report this with the record; report.xml itself is complete."
            )
        }
    }
}
