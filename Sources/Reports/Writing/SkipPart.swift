import AuditCore
import XML

/// What could not run.
enum SkipPart {
    static func element(_ skips: [Skip]) -> XMLElement {
        XMLElement("skips", children: skips.map { .element(skip($0)) })
    }

    private static func skip(_ skip: Skip) -> XMLElement {
        XMLElement(
            "skip",
            attributes: [("id", skip.id), ("result", "skipped")],
            children: [
                .element(XMLElement("reason", text: skip.reason)), .element(XMLElement("remedy", text: skip.remedy)),
            ]
        )
    }
}
