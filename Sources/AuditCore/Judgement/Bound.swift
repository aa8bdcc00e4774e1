/// On which side of the threshold a measurement must stay.
public enum Bound: String, Sendable, Hashable, Codable, CaseIterable {
    /// The measurement must not exceed the threshold.
    case atMost = "at-most"
    /// The measurement must not fall below the threshold.
    case atLeast = "at-least"
}
