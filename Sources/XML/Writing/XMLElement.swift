/// An element to be written, as a value.
public struct XMLElement: Sendable {
    /// What an element holds, in order.
    public enum Child: Sendable {
        /// An element.
        case element(XMLElement)
        /// Text; escaped on writing, characters XML cannot carry become U+FFFD.
        case text(String)
        /// A well-formed document (such as an SVG figure) whose root element is imported; `name` is for messages.
        case document([UInt8], name: String)
    }

    /// The name without prefix.
    public var name: String
    /// The default namespace from here on; nil to inherit the parent's.
    public var namespace: String?
    /// The attributes in the order in which they are written; a name given twice keeps its last value.
    public var attributes: [(name: String, value: String)]
    /// What it holds.
    public var children: [Child]

    /// Makes an element.
    ///
    /// - Parameters:
    ///   - name: the name without prefix.
    ///   - namespace: the default namespace from here on; nil to inherit.
    ///   - attributes: in order; those with a nil value are left out.
    ///   - children: in order.
    public init(
        _ name: String,
        namespace: String? = nil,
        attributes: [(String, String?)] = [],
        children: [Child] = []
    ) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.children = children
    }

    /// Makes an element that holds text only.
    public init(_ name: String, attributes: [(String, String?)] = [], text: String) {
        self.init(name, attributes: attributes, children: [.text(text)])
    }

    /// Appends an element.
    public mutating func append(_ element: XMLElement) { children.append(.element(element)) }

    /// The document with this root as UTF-8 with an XML declaration.
    ///
    /// - Parameter indent: whether elements that hold no text are laid out on lines of their own, two spaces a level;
    ///   imported documents are never re-laid.
    /// - Throws: `invalidName`, what reading an imported document throws, `outOfMemory`.
    public func serialized(indent: Bool = true) throws(XMLError) -> [UInt8] {
        try DocumentWriter.write(self, indent: indent)
    }
}
