import Diagnostics

/// Why features cannot be kept on disk.
public struct FeatureError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable {
        /// There is no room, or no permission.
        case unwritable
        /// What was written cannot be read.
        case unreadable
    }

    /// Why.
    public let code: Code
    /// What is wrong.
    public let summary: String
    /// The folder.
    public let location: Location
    /// What the system says.
    public let cause: String?
    /// What the reader can do.
    public let remedy: String
    /// `feature.<code>`.
    public var id: String { "feature.\(code.rawValue)" }

    init(_ code: Code, _ summary: String, folder: String, cause: String? = nil) {
        self.code = code
        self.summary = summary
        location = .file(folder)
        self.cause = cause
        remedy =
            "Give a folder on a disk with more room (--store), name fewer places in `depth.cuts`, or lower "
            + "`depth.shadowSizes` or `depth.shadowModels`."
    }
}
