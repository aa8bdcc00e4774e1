import AuditCore
import XML

/// The recipient's target models and the adversary's shadow models.
enum ShadowPart {
    static func element(_ targets: [TargetSheet]) -> XMLElement {
        XMLElement("targets", children: targets.map { .element(target($0)) })
    }

    private static func target(_ target: TargetSheet) -> XMLElement {
        let note = NoteText.of([
            ("trainAccuracy", target.trainAccuracy, ""),
            ("testAccuracy", target.testAccuracy, "no test set was given"),
        ])
        return XMLElement(
            "target",
            attributes: [
                ("approach", target.approach.rawValue), ("records", NumberText.of(target.records)),
                ("classes", NumberText.of(target.classes)),
                ("trainAccuracy", NumberText.of(Optional(target.trainAccuracy))),
                ("testAccuracy", NumberText.of(target.testAccuracy)), ("note", note),
            ]
        )
    }

    static func element(_ shadows: [ShadowSheet]) -> XMLElement {
        XMLElement("shadows", children: shadows.map { .element(shadow($0)) })
    }

    private static func shadow(_ shadow: ShadowSheet) -> XMLElement {
        let note = NoteText.of([
            ("trainAccuracy", shadow.trainAccuracy, ""), ("testAccuracy", shadow.testAccuracy, ""),
        ])
        return XMLElement(
            "shadow",
            attributes: [
                ("approach", shadow.approach.rawValue), ("shadowSize", NumberText.of(shadow.shadowSize)),
                ("models", NumberText.of(shadow.models)), ("repeats", NumberText.of(shadow.repeats)),
                ("training", shadow.training), ("trainAccuracy", NumberText.of(Optional(shadow.trainAccuracy))),
                ("testAccuracy", NumberText.of(Optional(shadow.testAccuracy))),
                ("coreSeconds", NumberText.of(shadow.coreSeconds)), ("note", note),
            ]
        )
    }
}
