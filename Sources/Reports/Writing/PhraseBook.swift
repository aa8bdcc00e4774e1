import AuditCore
import XML

/// Says phrases in the language of a record that is being written, and remembers what it takes to say them in another.
final class PhraseBook {
    /// The language of the record's words.
    let language: Language

    private var said: [String: Phrase] = [:]

    init(language: Language = .english) { self.language = language }

    /// The words of a phrase.
    func say(_ phrase: Phrase) -> String {
        if phrase.key != nil, said[phrase.text] == nil { said[phrase.text] = phrase }
        return phrase.text(in: language)
    }

    /// The words of a phrase; nil without one.
    func say(_ phrase: Phrase?) -> String? { phrase.map { say($0) } }

    /// What was said so far, by its English words in order; a record in another language cannot be said again.
    var element: XMLElement {
        let phrases = language == .english ? said.values.sorted { $0.text < $1.text } : []
        return XMLElement("phrases", children: phrases.map { .element(Self.element($0, text: $0.text)) })
    }

    private static func element(_ phrase: Phrase, text: String? = nil) -> XMLElement {
        guard let key = phrase.key else { return XMLElement("words", text: phrase.text) }
        var element = XMLElement("phrase", attributes: [("key", key)])
        if let text { element.append(XMLElement("text", text: text)) }
        for argument in phrase.arguments { element.append(Self.element(argument)) }
        return element
    }

    private static func element(_ argument: Phrase.Argument) -> XMLElement {
        let attributes: [(String, String?)] = [("name", argument.name)]
        switch argument.value {
        case .phrase(let phrase):
            return XMLElement("argument", attributes: attributes, children: [.element(element(phrase))])
        case .list(let phrases, let joint):
            return XMLElement(
                "argument",
                attributes: attributes + [("joint", joint.rawValue)],
                children: phrases.map { .element(element($0)) }
            )
        case .number(let value, let style):
            return XMLElement(
                "argument",
                attributes: attributes + [("number", NumberText.of(value)), ("style", style.rawValue)]
            )
        case .day(let day): return XMLElement("argument", attributes: attributes + [("day", day)])
        }
    }
}
