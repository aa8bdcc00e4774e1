import Diagnostics

/// Why an attack cannot run.
public struct AttackError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// The attack needs shadow models and got none.
        case noShadowModels
        /// The attack holds each record against several shadow models and got fewer.
        case tooFewReferences
        /// The attack reads more off models than their answers, and got nothing, or shadow models too few.
        case tooFewObservations
        /// Answers, labels and records do not fit together, or shadow models answer another task than the attacked model.
        case shapeMismatch
        /// A model's answers are no probabilities.
        case invalidAnswers
        /// An attack model could not be trained.
        case trainingFailed
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// What the layer below said.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// Attacks have no place of their own.
    public var location: Location { .run }
    /// `attack.<code>`.
    public var id: String { "attack.\(code.rawValue)" }

    /// Describes a failure.
    public init(_ code: Code, _ summary: String, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.cause = cause
        self.remedy = remedy
    }
}
