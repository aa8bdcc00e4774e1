import Diagnostics

/// One thing that is wrong with a policy file.
public struct PolicyIssue: Sendable, Hashable, CustomStringConvertible {
    /// What kind of problem it is.
    public let code: PolicyError.Code
    /// The file, with line and column where they are known.
    public let location: Location
    /// What is wrong, in one sentence.
    public let summary: String
    /// What to do.
    public let remedy: String

    /// Records an issue.
    public init(code: PolicyError.Code, location: Location, summary: String, remedy: String) {
        self.code = code
        self.location = location
        self.summary = summary
        self.remedy = remedy
    }

    /// Place, problem and remedy, as a terminal shows them.
    public var description: String { "\(location): \(summary)\n  remedy: \(remedy)" }
}
