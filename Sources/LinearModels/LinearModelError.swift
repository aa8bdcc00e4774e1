import Diagnostics

/// What can be wrong with the records a linear model is trained on.
public struct LinearModelError: DiagnosticError, Hashable {
    /// The problems told apart.
    public enum Code: String, Sendable, CaseIterable {
        /// The numbers of features, rows, columns and labels do not fit together, or there are none.
        case shapeMismatch
        /// All records are members, or none is.
        case singleClass
        /// A feature is NaN, infinite or too large for the solver's arithmetic.
        case invalidFeature
        /// The cost of an error is not within the range the solver works in.
        case invalidCost
        /// The solver ended without finite weights.
        case notSolved
    }

    /// Which problem it is.
    public let code: Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// The record at fault, where one is.
    public let location: Location
    /// What the solver said.
    public let cause: String?
    /// What to do about it.
    public let remedy: String

    /// `linearModel.<code>`.
    public var id: String { "linearModel.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, at location: Location = .run, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
