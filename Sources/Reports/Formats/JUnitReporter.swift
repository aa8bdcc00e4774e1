import AuditCore
import XML

/// The gates as test cases, for a pipeline's test view.
///
/// A failing gate is a `failure`. An inconclusive gate and a required attack that did not run are an `error`: neither may
/// look like a pass, and neither is a failure of the model. A waived gate is `skipped`, with who waived it, until when and
/// why. Only a gate that passes has none of these.
public enum JUnitReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "junit",
        title: "Test results (JUnit XML)",
        sentence: "One test case per gate: fail is a failure, inconclusive and not run are errors, waived is skipped "
            + "with its reason.",
        fileName: "junit.xml"
    )

    /// The test suite of the policy's gates, its messages in the language asked for.
    ///
    /// - Throws: `renderingFailed`, `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let suite = GateSuite(record: try document.record(), language: options.language)
        do {
            return try suite.element.serialized()
        } catch {
            throw ReportError(
                code: .renderingFailed,
                summary: "the test results could not be written as XML",
                location: .file(document.name),
                cause: error.description,
                remedy: error.remedy
            )
        }
    }
}
