import Diagnostics

/// One thing that is wrong with an XML file, as the parser or the schema says it.
public struct XMLProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file, with the line and column (1-based) where they are known.
    public let location: Location
    /// What is wrong.
    public let message: String

    /// Records a problem.
    public init(location: Location, message: String) {
        self.location = location
        self.message = message
    }

    /// Place and problem, as a terminal shows them.
    public var description: String { "\(location): \(message)" }
}
