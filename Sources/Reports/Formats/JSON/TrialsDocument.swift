import AuditCore

/// Countermeasures that were tried, as a JSON document of their own.
public enum TrialsDocument {
    /// `trials` and `advice`, as `report.json` has them.
    ///
    /// - Returns: UTF-8 with a line end at the end.
    /// - Throws: `ReportError.renderingFailed`.
    public static func json(
        _ trials: [CountermeasureTrial],
        _ advice: TrialAdvice
    ) throws(ReportError) -> [UInt8] {
        try JSONText.bytes(
            .members(["trials": .list(trials, TrialJSON.trial), "advice": TrialJSON.advice(advice)]),
            of: "trials"
        )
    }
}
