import AuditCore
import XML

/// The validity checks.
enum CheckPart {
    static func element(_ checks: [ValidityCheck], _ book: PhraseBook) -> XMLElement {
        XMLElement("checks", children: checks.map { .element(check($0, book)) })
    }

    private static func check(_ check: ValidityCheck, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "check",
            attributes: [
                ("id", check.id), ("result", check.result.rawValue),
                ("affectsGates", NumberText.of(check.affectsGates)), ("population", check.population.rawValue),
                ("value", NumberText.of(check.value)),
            ] + CommonAttributes.interval(check.interval),
            children: [
                .element(XMLElement("title", text: book.say(check.title))),
                .element(XMLElement("sentence", text: book.say(check.sentence))),
            ]
        )
    }
}
