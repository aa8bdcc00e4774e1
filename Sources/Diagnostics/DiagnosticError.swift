/// What every error of LayerAudit says: what is wrong, where, and what to do about it.
///
/// Each boundary has one conforming struct with a closed `Code`; tests match the code and the location, never prose.
public protocol DiagnosticError: Error, Sendable, CustomStringConvertible {
    /// A stable identifier, `<boundary>.<code>`, for logs and machine-readable reports.
    var id: String { get }
    /// What is wrong, in one sentence without the place.
    var summary: String { get }
    /// Where it is.
    var location: Location { get }
    /// What the layer below said, where that helps.
    var cause: String? { get }
    /// What the reader can do about it.
    var remedy: String { get }
}

extension DiagnosticError {
    /// The message a terminal shows: place, problem, cause and remedy.
    public var description: String {
        let cause = cause.map { "\n  cause: \($0)" } ?? ""
        return "\(location): \(summary)\(cause)\n  remedy: \(remedy)\n  [\(id)]"
    }
}
