import AuditCore

/// Countermeasures that were tried, as a JSON document of their own.
public enum TrialsDocument {
    /// The trials, an array, as `report.json` has them.
    ///
    /// - Returns: UTF-8 with a line end at the end.
    /// - Throws: `ReportError.renderingFailed`.
    public static func json(_ trials: [CountermeasureTrial]) throws(ReportError) -> [UInt8] {
        try JSONText.bytes(.list(trials, TrialJSON.trial), of: "trials")
    }
}
