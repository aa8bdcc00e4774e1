/// The audit as the beginning of a DPIA in the CNIL's PIA software.
///
/// The structure is that of the software's own export (LINCnil/pia). The audit answers what it knows: context, data,
/// minimisation, transfers, and the risk of illegitimate access with severity and likelihood. All other questions, the
/// evaluation and the validation stay open for the people whose task they are.
public enum PIAReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "pia",
        title: "DPIA (CNIL PIA JSON)",
        sentence:
            "A draft to import into the CNIL's PIA software: context, data and the risk of illegitimate access are "
            + "filled in, the rest is left to its authors.",
        fileName: "report.pia.json"
    )

    /// A draft with answers, proposed measures and comments, in the language asked for.
    ///
    /// - Throws: `renderingFailed`, `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let draft = PIADraft(record: try document.record(), digest: document.sha256, language: options.language)
        return try JSONText.bytes(draft.value, of: document.name)
    }
}
