import AuditCore
import XML

/// What became of each attack.
enum OutcomePart {
    static func element(_ outcomes: [AttackOutcome], _ book: PhraseBook) -> XMLElement {
        XMLElement("outcomes", children: outcomes.map { .element(outcome($0, book)) })
    }

    private static func outcome(_ outcome: AttackOutcome, _ book: PhraseBook) -> XMLElement {
        let note = NoteText.of([("shadowAUC", outcome.shadowAUC, "note.learns-nothing")])
        return XMLElement(
            "outcome",
            attributes: CommonAttributes.combination(outcome.attack, outcome.approach, outcome.shadowSize) + [
                ("state", outcome.state.rawValue), ("shadowAUC", NumberText.of(outcome.shadowAUC)),
                ("note", book.say(note)),
            ],
            text: book.say(outcome.sentence)
        )
    }
}
