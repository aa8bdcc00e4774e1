/// The model with its audit, as a fragment for a machine-learning bill of materials (CycloneDX 1.6).
///
/// The model is the subject, with its digest and a model card whose performance metrics are the record's measurements. The
/// policy stands as a standard, its gates as requirements, and the audit as an attestation whose evidence is the record
/// with its digest.
public enum CycloneDXReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "cyclonedx",
        title: "ML-BOM (CycloneDX 1.6)",
        sentence:
            "The model with its SHA-256 and model card, and the audit as evidence and attestation, to merge into a "
            + "bill of materials.",
        fileName: "report.cdx.json"
    )

    /// The fragment.
    ///
    /// - Throws: `renderingFailed`, `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        try JSONText.bytes(
            BillOfMaterials(record: try document.record(), digest: document.sha256).value,
            of: document.name
        )
    }
}
