import AuditCore

/// A JSON value, built by hand and encoded by Foundation.
enum JSONValue: Sendable, Hashable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(Double)
    case integer(Int)
    case truth(Bool)
    case null

    /// An object without the members that have no value.
    static func members(_ members: [String: JSONValue?]) -> JSONValue { .object(members.compactMapValues(\.self)) }

    static func list<Element>(_ elements: [Element], _ value: (Element) -> JSONValue) -> JSONValue {
        .array(elements.map(value))
    }

    static func strings(_ strings: [String]) -> JSONValue { .array(strings.map(JSONValue.string)) }

    /// A figure; JSON has no infinity, so that it stands as `"INF"` or `"-INF"`, and what is not a number is left out.
    static func figure(_ value: Double?) -> JSONValue? {
        guard let value, !value.isNaN else { return nil }
        return value.isFinite ? .number(value) : .string(NumberText.of(value))
    }

    /// A count; left out where there is none.
    static func count(_ value: Int?) -> JSONValue? { value.map(JSONValue.integer) }

    /// A text; left out where there is none.
    static func text(_ value: String?) -> JSONValue? { value.map(JSONValue.string) }

    /// What a phrase says in the record's language.
    static func said(_ phrase: Phrase) -> JSONValue { .string(phrase.text) }

    /// This object with further members; other values stay what they are.
    func adding(_ more: [String: JSONValue?]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.merging(more.compactMapValues(\.self)) { $1 })
    }
}

extension JSONValue: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: Key.self)
            for (name, value) in members { try container.encode(value, forKey: Key(stringValue: name)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .string(let value): try Self.single(value, encoder)
        case .number(let value): try Self.single(value, encoder)
        case .integer(let value): try Self.single(value, encoder)
        case .truth(let value): try Self.single(value, encoder)
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }

    private static func single(_ value: some Encodable, _ encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
