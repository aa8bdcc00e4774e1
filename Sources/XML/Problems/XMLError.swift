import Diagnostics

/// Why an XML file could not be read, validated, written or transformed.
public struct XMLError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is no file at the path.
        case fileNotFound = "file-not-found"
        /// The path is no plain file, or reading it failed.
        case unreadable
        /// The file, or the number of its elements, is beyond the limit.
        case tooLarge = "too-large"
        /// The bytes are not well-formed XML.
        case notWellFormed = "not-well-formed"
        /// The file declares or refers to entities, or declares attribute defaults.
        case forbiddenEntity = "forbidden-entity"
        /// The schema does not compile.
        case invalidSchema = "invalid-schema"
        /// The stylesheet does not compile.
        case invalidStylesheet = "invalid-stylesheet"
        /// The stylesheet stopped.
        case transformFailed = "transform-failed"
        /// An element or attribute name that XML cannot carry.
        case invalidName = "invalid-name"
        /// libxml2 ran out of memory.
        case outOfMemory = "out-of-memory"
    }

    /// Why.
    public let code: Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// The file, with line and column where they are known.
    public let location: Location
    /// What libxml2 said.
    public let cause: String?
    /// What to do.
    public let remedy: String

    /// `xml.<code>`.
    public var id: String { "xml.\(code.rawValue)" }

    /// Makes an error.
    public init(code: Code, summary: String, location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}

extension XMLError {
    static func noMemory(_ name: String) -> XMLError {
        XMLError(
            code: .outOfMemory,
            summary: "there is not enough memory for this document",
            location: .file(name),
            remedy: "Run on a machine with more free memory."
        )
    }

    static func notWellFormed(_ problem: XMLProblem) -> XMLError {
        XMLError(
            code: .notWellFormed,
            summary: "this is not well-formed XML",
            location: problem.location,
            cause: problem.message,
            remedy: "Mend the file at this place; `xmllint --noout FILE` shows every such place."
        )
    }
}
