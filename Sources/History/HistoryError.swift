import Diagnostics

/// Why audits cannot be recorded, listed or compared.
public struct HistoryError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The registry's folder or file cannot be made, read or written.
        case unusable
        /// The file is no registry of LayerAudit.
        case notARegistry = "not-a-registry"
        /// The registry was written by a newer version.
        case newer
        /// Another process kept the registry for too long.
        case busy
        /// The registry is damaged.
        case damaged
        /// No audit has this number.
        case noSuchAudit = "no-such-audit"
        /// The page could not be made.
        case renderingFailed = "rendering-failed"
    }

    /// Why.
    public let code: Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// The registry or the option.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What to do.
    public let remedy: String

    /// `history.<code>`.
    public var id: String { "history.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
