import AuditCore
import Diagnostics

/// Why no hardened layers were written.
public struct HardenedError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// No countermeasure that is tried is called so.
        case unknownChoice
        /// Several are.
        case ambiguousChoice
        /// The countermeasure changes what a service answers, and no file.
        case changesNoFile
        /// The hardened model could not be made, learned nothing, or could not be audited.
        case notMeasured
        /// No hardened model passes the policy.
        case nonePasses
        /// What was read back from a file does not answer as what was written.
        case answersDiffer
        /// A file cannot be written.
        case unwritable
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
    /// The exit code that says the same to a pipeline: that of the policy's word where no model passes, 2 otherwise.
    public let exitCode: Int32
    /// `hardened.<code>`.
    public var id: String { "hardened.\(code.rawValue)" }

    init(
        _ code: Code,
        _ summary: String,
        at location: Location = .option("--choose"),
        cause: String? = nil,
        remedy: String,
        exitCode: Int32 = Verdict.incomplete.exitCode
    ) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
        self.exitCode = exitCode
    }
}
