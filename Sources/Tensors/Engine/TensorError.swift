import CTorch
import Diagnostics

/// What the numerical engine could not do.
public struct TensorError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// The engine refused an operation: shapes, types or memory.
        case operationFailed
        /// The asked device is not there.
        case deviceUnavailable
        /// A value has another element type or count than asked for.
        case wrongType
        /// A record holds a value the network has nothing for.
        case outOfRange
    }

    /// Why.
    public let code: Code
    /// What was attempted.
    public let summary: String
    /// What the engine said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String

    /// Tensor errors have no place of their own; the boundary that called adds it.
    public var location: Location { .run }
    /// `tensor.<code>`.
    public var id: String { "tensor.\(code.rawValue)" }

    /// Describes a failure.
    public init(_ code: Code, _ summary: String, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.cause = cause
        self.remedy = remedy
    }

    /// The engine's last failure on this thread.
    static func last(_ operation: String) -> TensorError {
        TensorError(
            .operationFailed,
            "the numerical engine could not do '\(operation)'",
            cause: String(cString: ct_last_error()),
            remedy: "Check the shapes in the cause; with 'out of memory', use a smaller batchSize or another device."
        )
    }
}
