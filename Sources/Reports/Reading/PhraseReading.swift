import AuditCore

/// The phrases behind a record's texts.
struct PhraseReading {
    private let phrases: [String: Phrase]

    /// Reads the record's list of phrases; a record without one has none.
    init(_ root: RecordNode) throws(ReportError) {
        var phrases: [String: Phrase] = [:]
        for node in root.list("phrases", of: "phrase") {
            let text = node.text(of: "text")
            phrases[text] = Phrase(
                key: try node.string("key"),
                arguments: try Self.arguments(node),
                text: text
            )
        }
        self.phrases = phrases
    }

    /// What a text of the record says; the text as it was written where the record lists no phrase for it.
    func callAsFunction(_ text: String) -> Phrase { phrases[text] ?? Phrase(verbatim: text) }

    /// As above; nil without a text.
    func callAsFunction(_ text: String?) -> Phrase? { text.map { self($0) } }

    private static func arguments(_ node: RecordNode) throws(ReportError) -> [Phrase.Argument] {
        var result: [Phrase.Argument] = []
        for child in node.children("argument") {
            result.append(Phrase.Argument(name: try child.string("name"), value: try value(child)))
        }
        return result
    }

    private static func value(_ node: RecordNode) throws(ReportError) -> Phrase.Value {
        if let day = node.optional("day") { return .day(day) }
        if let number = try node.optionalNumber("number") { return .number(number, try node.word("style")) }
        var parts: [Phrase] = []
        for child in node.children {
            parts.append(
                child.name == "words"
                    ? Phrase(verbatim: child.text)
                    : Phrase(key: try child.string("key"), arguments: try arguments(child))
            )
        }
        if node.optional("joint") != nil { return .list(parts, try node.word("joint")) }
        return .phrase(parts.first ?? "")
    }
}
