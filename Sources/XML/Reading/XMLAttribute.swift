/// An attribute of a parsed element.
public struct XMLAttribute: Sendable, Hashable {
    /// The name without prefix.
    public let name: String
    /// The namespace; nil for none.
    public let namespace: String?
    /// The value after the parser's normalisation.
    public let value: String

    /// Records an attribute.
    public init(name: String, namespace: String? = nil, value: String) {
        self.name = name
        self.namespace = namespace
        self.value = value
    }
}
