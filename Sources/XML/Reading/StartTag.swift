/// A start tag in the bytes of a document, with where it and its attributes begin.
struct StartTag {
    /// The name as written, prefix included.
    let name: String
    /// Where its `<` stands.
    let offset: Int
    /// The attributes' names as written and where each begins, in order.
    let attributes: [(name: String, offset: Int)]

    /// The name without prefix.
    var localName: String { name.split(separator: ":").last.map(String.init) ?? name }

    /// The start tags of a well-formed document without DOCTYPE, in document order.
    static func all(in bytes: [UInt8]) -> [StartTag] {
        var scanner = TagScanner(bytes: bytes)
        var tags: [StartTag] = []
        while let tag = scanner.next() { tags.append(tag) }
        return tags
    }
}
