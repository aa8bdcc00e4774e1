import Foundation

/// Any JSON; read by JSONDecoder, because JSONSerialization loses the last digits of numbers.
struct DecodedJSON: Decodable {
    let value: Any

    /// The value of a document: dictionaries, arrays, strings, NSNumber, NSNull.
    static func value(_ data: Data) throws -> Any { try JSONDecoder().decode(DecodedJSON.self, from: data).value }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            var object: [String: Any] = [:]
            for key in container.allKeys {
                object[key.stringValue] = try container.decode(DecodedJSON.self, forKey: key).value
            }
            value = object
        } else if var container = try? decoder.unkeyedContainer() {
            var array: [Any] = []
            while !container.isAtEnd { array.append(try container.decode(DecodedJSON.self).value) }
            value = array
        } else {
            value = try Self.scalar(decoder.singleValueContainer())
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> Any {
        if container.decodeNil() { return NSNull() }
        if let truth = try? container.decode(Bool.self) { return NSNumber(value: truth) }
        if let number = try? container.decode(Double.self) { return NSNumber(value: number) }
        return try container.decode(String.self)
    }
}
