/// A summary for a pull request or a job's page.
public enum MarkdownReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "markdown",
        title: "Summary (Markdown)",
        sentence: "Verdict, gates, findings and next steps for a pull request; names from outside cannot become markup "
            + "or mentions.",
        fileName: "report.md"
    )

    /// Verdict, gates, findings, next steps and what was not tested, in the language asked for.
    ///
    /// - Throws: `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let summary = MarkdownSummary(
            record: try document.record(),
            digest: document.sha256,
            language: options.language
        )
        return Array((summary.lines.joined(separator: "\n") + "\n").utf8)
    }
}
