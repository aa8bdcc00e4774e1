/// Records that stand in two sets.
public struct Overlap: Sendable, Hashable {
    /// One record that stands in both sets.
    public struct Example: Sendable, Hashable {
        /// Its row (from 0) in the first set.
        public let firstRow: Int
        /// Its row (from 0) in the second set.
        public let secondRow: Int
    }

    /// Role of the first set.
    public let first: String
    /// Role of the second set.
    public let second: String
    /// Records of the first set that stand in the second too.
    public let count: Int
    /// At most five of them.
    public let examples: [Example]
}
