import Accounting
import Diagnostics
import Tensors

/// Why a defence could not be applied.
public struct CountermeasureError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// The model has nothing this defence could change.
        case notApplicable
        /// The engine failed.
        case engine
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
    /// `countermeasure.<code>`.
    public var id: String { "countermeasure.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        location = .run
        self.cause = cause
        self.remedy = remedy
    }

    init(_ error: AccountingError) {
        self.init(
            error.code == .engine ? .engine : .notApplicable,
            error.summary,
            cause: error.cause,
            remedy: error.remedy
        )
    }

    init(_ error: TensorError) {
        self.init(.engine, "the engine failed", cause: error.description, remedy: error.remedy)
    }
}
