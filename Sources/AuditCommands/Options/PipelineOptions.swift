import ArgumentParser
import AuditCore
import Reports

/// What a pipeline wants to know beyond the reports.
struct PipelineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An earlier report.xml, against which report.sarif says what is new, updated or gone.",
            valueName: "report.xml"
        ),
        completion: .file(extensions: ["xml"])
    )
    var baseline: String?

    @Option(
        help: """
            Says what does not pass to the host of the pipeline: github (workflow commands on the standard output) or \
            gitlab (gl-code-quality-report.json beside the reports).
            """
    )
    var annotations: AnnotationHost?

    /// What the formats are asked, beyond the record.
    ///
    /// - Throws: `ReportError` where the baseline is no record.
    func renderOptions(language: Language) throws(ReportError) -> RenderOptions {
        guard let baseline else { return RenderOptions(language: language) }
        let document = try ReportDocument.read(path: baseline)
        _ = try document.record()
        return RenderOptions(baseline: document, language: language)
    }

    /// A baseline that no format looks at is a slip.
    func check(_ formats: FormatList) throws {
        guard baseline == nil || formats.contains(SARIFReporter.descriptor.id) else {
            throw ValidationError("--baseline says what is new in report.sarif; add sarif to --format.")
        }
    }
}

extension AnnotationHost: ExpressibleByArgument {}
