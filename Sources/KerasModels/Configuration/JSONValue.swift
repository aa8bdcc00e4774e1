/// A JSON value that can cross threads and be written back.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The members of an object; nil for anything else.
    var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

    /// The elements of an array; nil for anything else.
    var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The text; nil for anything else.
    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The truth value; nil for anything else.
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The whole number; nil for anything else.
    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The number, also one of the forms Keras has given NumPy scalars; nil for anything else.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .object(let members): (members["value"] ?? members["config"]?["value"])?.number
        default: nil
        }
    }

    /// All numbers in it, in order: of one number, or of arrays of any depth; nil when anything else is among them.
    var numbers: [Double]? {
        switch self {
        case .integer, .number: return number.map { [$0] }
        case .object(let members): return (members["value"] ?? members["config"]?["value"])?.numbers
        case .array(let elements):
            var all: [Double] = []
            for element in elements {
                guard let some = element.numbers else { return nil }
                all += some
            }
            return all
        default: return nil
        }
    }

    /// A member of an object; nil for anything else.
    subscript(_ key: String) -> JSONValue? { object?[key] }

    /// Whole numbers as an array.
    static func integers(_ values: [Int]) -> JSONValue { .array(values.map { .integer($0) }) }
}

extension JSONValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
