/// Something a report says: either words that stand as somebody wrote them, or a sentence of LayerAudit's own, which is
/// kept as its key in the catalogue and its arguments, so that it can be said in every language.
public struct Phrase: Sendable, Hashable {
    /// The words in English, or as they were written.
    public let text: String
    /// The entry of the catalogue; nil for words that stand as they were written.
    public let key: String?
    /// What fills the entry's places, in the order given.
    public let arguments: [Argument]

    /// Words that stand as they were written, in every language.
    public init(verbatim text: String) {
        self.text = text
        key = nil
        arguments = []
    }

    /// A sentence of the catalogue.
    ///
    /// - Parameters:
    ///   - key: the catalogue's entry; a key it does not hold is said as it is.
    ///   - arguments: what fills the entry's places, by name.
    public init(key: String, _ arguments: KeyValuePairs<String, Value> = [:]) {
        self.init(key: key, arguments: arguments.map { Argument(name: $0.key, value: $0.value) })
    }

    /// A sentence as a record holds it.
    ///
    /// - Parameters:
    ///   - key: the catalogue's entry.
    ///   - arguments: what fills the entry's places.
    ///   - text: the English words as the record has them; nil to take the catalogue's.
    public init(key: String, arguments: [Argument], text: String? = nil) {
        self.key = key
        self.arguments = arguments
        self.text = text ?? PhraseCatalog.say(key, arguments, in: .english) ?? key
    }

    /// A policy's text: the catalogue's where a shipped policy has it, else as it was written.
    public init(policyText text: String) {
        if let key = PhraseCatalog.key(ofPolicyText: text) {
            self.init(key: key, arguments: [], text: text)
        } else {
            self.init(verbatim: text)
        }
    }

    /// The words in a language; where the catalogue lacks them, the English ones.
    public func text(in language: Language) -> String {
        guard language != .english, let key else { return text }
        return PhraseCatalog.say(key, arguments, in: language) ?? text
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { text.isEmpty }

    /// Sentences one after the other.
    public static func sentences(_ parts: [Phrase]) -> Phrase {
        parts.count == 1 ? parts[0] : Phrase(key: "sentences", ["parts": .list(parts, .sentence)])
    }
}

extension Phrase: CustomStringConvertible {
    /// The English words.
    public var description: String { text }
}

extension Phrase: ExpressibleByStringInterpolation {
    /// Words that stand as they were written.
    public init(stringLiteral text: String) { self.init(verbatim: text) }
}

extension Phrase {
    /// A value with its interval and the confidence of that.
    public static func measured(_ value: Double, _ interval: Interval) -> Phrase {
        Phrase(
            key: "measured.interval",
            [
                "value": .number(value, .value), "confidence": .number(interval.confidence, .confidence),
                "low": .number(interval.low, .value), "high": .number(interval.high, .value),
            ]
        )
    }
}
