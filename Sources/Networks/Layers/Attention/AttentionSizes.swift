/// Sizes of the last axes of an attention's inputs.
public struct AttentionSizes: Sendable, Hashable {
    /// The query's.
    public let query: Int
    /// The value's.
    public let value: Int
    /// The key's.
    public let key: Int

    /// Sizes; the key is the value unless stated.
    public init(query: Int, value: Int, key: Int? = nil) {
        self.query = query
        self.value = value
        self.key = key ?? value
    }
}
