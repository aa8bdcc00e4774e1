import AuditCore
import XML

/// The recipient's target models and the adversary's shadow models.
enum ShadowPart {
    static func element(_ targets: [TargetSheet], _ book: PhraseBook) -> XMLElement {
        XMLElement("targets", children: targets.map { .element(target($0, book)) })
    }

    private static func target(_ target: TargetSheet, _ book: PhraseBook) -> XMLElement {
        let note = NoteText.of([
            ("trainAccuracy", target.trainAccuracy, "note.not-a-number"),
            ("testAccuracy", target.testAccuracy, "note.no-test-set"),
        ])
        return XMLElement(
            "target",
            attributes: [
                ("approach", target.approach.rawValue), ("records", NumberText.of(target.records)),
                ("classes", NumberText.of(target.classes)),
                ("trainAccuracy", NumberText.of(Optional(target.trainAccuracy))),
                ("testAccuracy", NumberText.of(target.testAccuracy)), ("note", book.say(note)),
            ]
        )
    }

    static func element(_ shadows: [ShadowSheet], _ book: PhraseBook) -> XMLElement {
        XMLElement("shadows", children: shadows.map { .element(shadow($0, book)) })
    }

    private static func shadow(_ shadow: ShadowSheet, _ book: PhraseBook) -> XMLElement {
        let note = NoteText.of([
            ("trainAccuracy", shadow.trainAccuracy, "note.not-a-number"),
            ("testAccuracy", shadow.testAccuracy, "note.not-a-number"),
        ])
        return XMLElement(
            "shadow",
            attributes: [
                ("approach", shadow.approach.rawValue), ("shadowSize", NumberText.of(shadow.shadowSize)),
                ("models", NumberText.of(shadow.models)), ("repeats", NumberText.of(shadow.repeats)),
                ("training", book.say(shadow.training)),
                ("trainAccuracy", NumberText.of(Optional(shadow.trainAccuracy))),
                ("testAccuracy", NumberText.of(Optional(shadow.testAccuracy))),
                ("coreSeconds", NumberText.of(shadow.coreSeconds)), ("reused", NumberText.of(shadow.reused)),
                ("attack", shadow.attack),
                ("note", book.say(note)),
            ]
        )
    }
}
