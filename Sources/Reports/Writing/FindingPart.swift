import AuditCore
import XML

/// What the reader must know.
enum FindingPart {
    static func element(_ findings: [Finding], _ book: PhraseBook) -> XMLElement {
        XMLElement("findings", children: findings.map { .element(finding($0, book)) })
    }

    private static func finding(_ finding: Finding, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "finding",
            attributes: [("id", finding.id), ("gate", finding.gate), ("severity", finding.severity.rawValue)]
                + CommonAttributes.risk(finding.risk),
            children: [
                .element(XMLElement("title", text: book.say(finding.title))),
                .element(XMLElement("evidence", text: book.say(finding.evidence))),
                .element(XMLElement("legalBasis", text: book.say(finding.legalBasis))),
                .element(XMLElement("remedy", text: book.say(finding.remedy))),
            ]
        )
    }
}
