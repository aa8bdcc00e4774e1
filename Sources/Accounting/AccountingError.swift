import Diagnostics
import Tensors

/// What cannot be accounted.
public struct AccountingError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// A parameter has a value that no training run has.
        case outOfRange
        /// No noise reaches the asked ε.
        case unreachable
        /// The engine failed.
        case engine
    }

    /// Why.
    public let code: Code
    /// What is wrong; for `outOfRange` it begins with the parameter's name.
    public let summary: String
    /// Where.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// `accounting.<code>`.
    public var id: String { "accounting.\(code.rawValue)" }

    /// Describes a failure.
    public init(
        _ code: Code,
        _ summary: String,
        at location: Location = .run,
        cause: String? = nil,
        remedy: String
    ) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }

    /// An engine failure, carried over.
    public init(_ error: TensorError) {
        self.init(.engine, error.summary, cause: error.cause, remedy: error.remedy)
    }

    /// A parameter out of its range: `noise takes a number above 0`.
    static func range(_ parameter: String, takes values: String) -> AccountingError {
        AccountingError(
            .outOfRange,
            "\(parameter) takes \(values)",
            at: .option(parameter),
            remedy: "Give the values of the training run that is to be accounted."
        )
    }

    /// Makes sure that δ is a probability with something on both sides.
    static func check(delta: Double) throws(AccountingError) {
        guard delta > 0, delta < 1 else { throw .range("delta", takes: "a number between 0 and 1, such as 1e-5") }
    }
}
