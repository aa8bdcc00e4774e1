import Diagnostics

/// What a command cannot do with files and options that are well-formed on the command line.
struct CommandError: DiagnosticError {
    /// The closed list of reasons.
    enum Code: String, Sendable {
        /// A place cannot be written.
        case unwritable
        /// There is something already.
        case alreadyThere
        /// The model cannot be cut anywhere.
        case noCut
    }

    let code: Code
    let summary: String
    let location: Location
    let cause: String?
    let remedy: String
    var id: String { "command.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
