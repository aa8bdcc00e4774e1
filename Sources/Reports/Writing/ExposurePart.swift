import AuditCore
import XML

/// Who of the members is most exposed.
enum ExposurePart {
    static func element(_ sheet: ExposureSheet, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "exposure",
            attributes: [
                ("identifiers", sheet.identifiers.rawValue), ("count", NumberText.of(sheet.count)),
                ("named", NumberText.of(sheet.named)), ("level", NumberText.of(sheet.level)),
            ],
            children: sheet.head.map { .element(subject($0, book)) }
        )
    }

    private static func subject(_ subject: ExposureSheet.Subject, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "exposed",
            attributes: [
                ("rank", NumberText.of(subject.rank)), ("name", book.say(subject.name)),
                ("records", NumberText.of(subject.records)),
            ] + CommonAttributes.combination(subject.attack, subject.approach, subject.shadowSize) + [
                ("row", NumberText.of(subject.row)), ("score", NumberText.of(Optional(subject.score))),
                ("p", NumberText.of(subject.p)), ("q", NumberText.of(subject.q)),
            ]
        )
    }
}
