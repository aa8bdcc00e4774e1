import Diagnostics

/// What keeps an audit from being completed although every single file is in order.
public struct AuditError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// Records do not have the model's input shape.
        case shapeMismatch
        /// A set has too few records for what is asked of it.
        case tooFewRecords
        /// Records stand in more than one of the four sets.
        case overlappingSets
        /// A file the audit rests on cannot be read.
        case unreadable
        /// The source model answers with values that are no probabilities.
        case answersNotFinite
        /// The recipient's finished model does not fit its data.
        case targetMismatch
        /// The key of the subjects' pseudonyms cannot be read or made.
        case unusableKey
        /// With everything left out that can be, the audit still takes longer than it may.
        case budgetTooSmall
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// Where.
    public let location: Location
    /// What the reader can do.
    public let remedy: String
    /// Audits have no layer below that says more.
    public var cause: String? { nil }
    /// `audit.<code>`.
    public var id: String { "audit.\(code.rawValue)" }

    /// Describes a failure.
    public init(_ code: Code, _ summary: String, at location: Location, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.remedy = remedy
    }
}
