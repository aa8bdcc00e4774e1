import Diagnostics

/// Why a model cannot be asked for a set of records.
public struct PredictionError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// The records do not have the shape of the model's input.
        case shapeMismatch
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// Where.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// `prediction.<code>`.
    public var id: String { "prediction.\(code.rawValue)" }

    static func shapeMismatch(source: String, records: [Int], input: [Int]) -> PredictionError {
        PredictionError(
            code: .shapeMismatch,
            summary: "a record has the shape \(records), the model takes \(input)",
            location: .file(source),
            cause: nil,
            remedy: "Give records of the model's input shape, channels last; images of a folder are resized on demand."
        )
    }
}
