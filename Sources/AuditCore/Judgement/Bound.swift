/// On which side of the threshold a measurement must stay.
public enum Bound: String, Sendable, Hashable, Codable, CaseIterable {
    /// The measurement must not exceed the threshold.
    case atMost = "at-most"
    /// The measurement must not fall below the threshold.
    case atLeast = "at-least"

    /// The words a reader sees, such as `at most 0.6`.
    ///
    /// - Parameter threshold: the threshold, written as the reader's language writes it.
    public func demand(_ threshold: String) -> Phrase {
        Phrase(key: "bound.\(rawValue)", ["threshold": .words(threshold)])
    }
}
