/// What did not pass, for code scanning (SARIF 2.1.0).
///
/// Rules are the record's gates, validity checks and other findings. Results are the gates that do not pass and the
/// findings that belong to none; a waived gate is a result with an accepted suppression. A failing gate is an `error`, an
/// inconclusive one a `warning`. The numbers of every gate, passing ones included, stand in the run's properties. With a
/// baseline every result says whether it is new, unchanged or updated, and results that are gone stand as absent.
public enum SARIFReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "sarif",
        title: "Findings (SARIF 2.1.0)",
        sentence: "Gates that do not pass and other findings, for code scanning; waived ones as suppressions, with "
            + "baseline states when a baseline is given.",
        fileName: "report.sarif"
    )

    /// One run with rules, results and the invocation, its messages in the language asked for.
    ///
    /// - Throws: `renderingFailed`, `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let run = SARIFRun(
            record: try document.record(),
            baseline: try options.baseline?.record(),
            language: options.language
        )
        let log = JSONValue.members([
            "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
            "runs": .array([run.value]),
        ])
        return try JSONText.bytes(log, of: document.name)
    }
}
