/// Walks over the markup of a document that is known to be well-formed; of one that is not it finds some tags or none.
struct TagScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next start tag; nil at the end.
    mutating func next() -> StartTag? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            if has("<!--") {
                skip(to: "-->")
            } else if has("<![CDATA[") {
                skip(to: "]]>")
            } else if has("<?") {
                skip(to: "?>")
            } else if has("</") || has("<!") {
                skip(to: ">")
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func tag() -> StartTag {
        let start = position
        position += 1
        let name = word()
        var attributes: [(name: String, offset: Int)] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                position += 1
                while position < bytes.count, bytes[position] != byte { position += 1 }
                position += 1
            } else if Self.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                position += 1
            } else {
                let offset = position
                attributes.append((word(), offset))
            }
        }
        position += 1
        return StartTag(name: name, offset: start, attributes: attributes)
    }

    /// The name that begins here; at least one byte is taken.
    private mutating func word() -> String {
        let start = position
        let ends = Array("=/>\"'<".utf8)
        while position < bytes.count, !Self.isBlank(bytes[position]), !ends.contains(bytes[position]) { position += 1 }
        if position == start { position += 1 }
        return String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private func has(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func skip(to end: StaticString) {
        while position < bytes.count, !has(end) { position += 1 }
        position = min(bytes.count, position + end.utf8CodeUnitCount)
    }
}
