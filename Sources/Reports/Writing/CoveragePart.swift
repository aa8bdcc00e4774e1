import AuditCore
import XML

/// The EDPB's list with what ran.
enum CoveragePart {
    static func element(_ rows: [CoverageRow], _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "coverage",
            children: rows.map { row in
                let attributes: [(String, String?)] = [("name", book.say(row.kind)), ("ran", NumberText.of(row.ran))]
                return .element(XMLElement("kind", attributes: attributes, text: book.say(row.sentence)))
            }
        )
    }
}
