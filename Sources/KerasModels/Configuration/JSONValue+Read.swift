import Diagnostics
import Foundation

extension JSONValue {
    /// Texts above this size are refused; the configuration of a thousand layers takes about 1 MB.
    static let largestBytes = 64 << 20
    /// No model nests deeper; each level of JSON is one.
    private static let deepest = 96

    /// Reads a text.
    ///
    /// - Throws: `malformedConfig`, `tooLarge`.
    static func read(_ text: String, at location: Location) throws(KerasModelError) -> JSONValue {
        guard text.utf8.count <= largestBytes else {
            throw .tooLarge("the model configuration is larger than \(largestBytes >> 20) MiB", at: location)
        }
        var cause = "nested too deeply, or a number beyond all bounds"
        do {
            // Several times as fast as a decoder, which has to try one type after the other.
            let root = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            if let value = JSONValue(root, depth: 0) { return value }
        } catch {
            cause = "\(error)"
        }
        throw KerasModelError(
            .malformedConfig,
            "the model configuration is not readable JSON",
            at: location,
            cause: cause,
            remedy: "Save the model again from Keras; the file's configuration may have been edited."
        )
    }

    /// What Foundation made of a text; nil beyond all bounds.
    private init?(_ parsed: Any, depth: Int) {
        guard depth <= Self.deepest else { return nil }
        switch parsed {
        case let text as String: self = .string(text)
        case let members as [String: Any]:
            var values: [String: JSONValue] = [:]
            values.reserveCapacity(members.count)
            for (key, member) in members {
                guard let value = JSONValue(member, depth: depth + 1) else { return nil }
                values[key] = value
            }
            self = .object(values)
        case let elements as [Any]:
            var values: [JSONValue] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                guard let value = JSONValue(element, depth: depth + 1) else { return nil }
                values.append(value)
            }
            self = .array(values)
        case is NSNull: self = .null
        case let number as NSNumber: self = JSONValue(number)
        default: return nil
        }
    }

    /// Truth values, whole numbers and others are told apart by how they are kept.
    private init(_ number: NSNumber) {
        switch UInt8(bitPattern: number.objCType.pointee) {
        case UInt8(ascii: "c"): self = .bool(number.boolValue)
        case UInt8(ascii: "d"), UInt8(ascii: "f"):
            let value = number.doubleValue
            self = Int(exactly: value).map { .integer($0) } ?? .number(value)
        case UInt8(ascii: "Q"): self = .number(number.doubleValue)
        default: self = .integer(number.intValue)
        }
    }
}
