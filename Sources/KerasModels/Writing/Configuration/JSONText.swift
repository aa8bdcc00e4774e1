/// Writes JSON as Python's does: a number stays one with a fraction, `2.0`, so that TensorFlow takes it for a float.
struct JSONText {
    private var bytes: [UInt8] = []

    /// The text of a value, members in order of their names; nil when it holds a number JSON cannot express.
    static func of(_ value: JSONValue) -> String? {
        var text = JSONText()
        return text.write(value) ? String(decoding: text.bytes, as: UTF8.self) : nil
    }

    private mutating func write(_ value: JSONValue) -> Bool {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .integer(let value): append("\(value)")
        case .number(let value):
            guard value.isFinite else { return false }
            append("\(value)")
        case .string(let text): write(text)
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { append(", ") }
                guard write(element) else { return false }
            }
            append("]")
        case .object(let members):
            append("{")
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { append(", ") }
                write(key)
                append(": ")
                guard write(members[key] ?? .null) else { return false }
            }
            append("}")
        }
        return true
    }

    private mutating func write(_ text: String) {
        append("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                append("\\u00")
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        append("\"")
    }

    private mutating func append(_ text: String) { bytes += text.utf8 }
}
