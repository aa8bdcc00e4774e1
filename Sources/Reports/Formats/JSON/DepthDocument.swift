import AuditCore

/// A depth curve, as a JSON document of its own.
public enum DepthDocument {
    /// The curve with its recommendation.
    ///
    /// - Returns: UTF-8 with a line end at the end.
    /// - Throws: `ReportError.renderingFailed`.
    public static func json(_ curve: DepthCurve) throws(ReportError) -> [UInt8] {
        try JSONText.bytes(DepthJSON.curve(curve), of: "depth")
    }
}
