/// The page on paper: A4, with page numbers and running headers.
public enum PDFReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "pdf",
        title: "Report (PDF)",
        sentence:
            "The page printed on A4 with page numbers and running headers, by Chromium or WeasyPrint, whichever is "
            + "installed.",
        fileName: "report.pdf"
    )

    /// The page in the language asked for, printed.
    ///
    /// - Throws: `renderingFailed`, `printingToolMissing`, `printingFailed`, `printingTimedOut`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        try PagePrinter().print(HTMLReporter.render(document, options: options), name: document.name)
    }
}
