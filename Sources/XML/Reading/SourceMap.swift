import Diagnostics

/// Where the start tags of a well-formed document stand, with line and column, which libxml2's tree does not keep.
public struct SourceMap {
    private let bytes: [UInt8]
    private let file: String
    /// The start tags in document order.
    private let tags: [StartTag]
    /// Offsets at which lines begin.
    private let lines: [Int]

    /// Looks through the bytes of a document that was parsed.
    ///
    /// - Parameters:
    ///   - bytes: the document, in UTF-8 or another encoding that agrees with ASCII; in others nothing is found.
    ///   - file: what places call it.
    public init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        tags = StartTag.all(in: bytes)
        lines = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The place of an attribute of an element, or of the element's `<` where it has no such attribute.
    ///
    /// - Parameters:
    ///   - ordinal: which element, in document order from 0.
    ///   - element: its name without prefix.
    ///   - attribute: the attribute's name as written; nil for the element.
    /// - Returns: the file with line and column in characters (both 1-based); nil when no such element is there.
    public func location(ordinal: Int, element: String, attribute: String?) -> Location? {
        guard tags.indices.contains(ordinal), tags[ordinal].localName == element else { return nil }
        let tag = tags[ordinal]
        let offset = attribute.flatMap { name in tag.attributes.first { $0.name == name }?.offset } ?? tag.offset
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle] <= offset { low = middle } else { high = middle }
        }
        // Continuation bytes of UTF-8 are no characters of their own.
        let column = bytes[lines[low]..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return .file(file, line: low + 1, column: column)
    }
}
