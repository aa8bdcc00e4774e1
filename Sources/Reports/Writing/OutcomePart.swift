import AuditCore
import XML

/// What became of each attack.
enum OutcomePart {
    static func element(_ outcomes: [AttackOutcome]) -> XMLElement {
        XMLElement("outcomes", children: outcomes.map { .element(outcome($0)) })
    }

    private static func outcome(_ outcome: AttackOutcome) -> XMLElement {
        let note = NoteText.of([("shadowAUC", outcome.shadowAUC, "the attack learns nothing")])
        return XMLElement(
            "outcome",
            attributes: CommonAttributes.combination(outcome.attack, outcome.approach, outcome.shadowSize) + [
                ("state", outcome.state.rawValue), ("shadowAUC", NumberText.of(outcome.shadowAUC)), ("note", note),
            ],
            text: outcome.sentence
        )
    }
}
