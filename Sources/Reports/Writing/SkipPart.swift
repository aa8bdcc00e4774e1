import AuditCore
import XML

/// What could not run.
enum SkipPart {
    static func element(_ skips: [Skip], _ book: PhraseBook) -> XMLElement {
        XMLElement("skips", children: skips.map { .element(skip($0, book)) })
    }

    private static func skip(_ skip: Skip, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "skip",
            attributes: [("id", skip.id), ("result", "skipped")],
            children: [
                .element(XMLElement("reason", text: book.say(skip.reason))),
                .element(XMLElement("remedy", text: book.say(skip.remedy))),
            ]
        )
    }
}
