import Diagnostics

/// One thing that is wrong with an XML file, as the parser or the schema says it.
public struct XMLProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file, with the line and column (1-based) where they are known.
    public let location: Location
    /// What is wrong.
    public let message: String

    /// Whether a schema's `key`, `keyref` or `unique` was violated.
    public let isIdentityConstraint: Bool

    /// The element it is about, in document order from 0; nil where the parser or schema names none.
    public let ordinal: Int?

    /// Records a problem.
    public init(location: Location, message: String, isIdentityConstraint: Bool = false, ordinal: Int? = nil) {
        self.location = location
        self.message = message
        self.isIdentityConstraint = isIdentityConstraint
        self.ordinal = ordinal
    }

    /// Place and problem, as a terminal shows them.
    public var description: String { "\(location): \(message)" }
}
