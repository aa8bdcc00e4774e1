import AuditCore
import XML

/// What the reader must know.
enum FindingPart {
    static func element(_ findings: [Finding]) -> XMLElement {
        XMLElement("findings", children: findings.map { .element(finding($0)) })
    }

    private static func finding(_ finding: Finding) -> XMLElement {
        XMLElement(
            "finding",
            attributes: [("id", finding.id), ("gate", finding.gate), ("severity", finding.severity.rawValue)]
                + CommonAttributes.risk(finding.risk),
            children: [
                .element(XMLElement("title", text: finding.title)),
                .element(XMLElement("evidence", text: finding.evidence)),
                .element(XMLElement("legalBasis", text: finding.legalBasis)),
                .element(XMLElement("remedy", text: finding.remedy)),
            ]
        )
    }
}
