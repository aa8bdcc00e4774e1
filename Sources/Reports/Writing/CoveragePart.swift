import AuditCore
import XML

/// The EDPB's list with what ran.
enum CoveragePart {
    static func element(_ rows: [CoverageRow]) -> XMLElement {
        XMLElement(
            "coverage",
            children: rows.map { row in
                let attributes: [(String, String?)] = [("name", row.kind), ("ran", NumberText.of(row.ran))]
                return .element(XMLElement("kind", attributes: attributes, text: row.sentence))
            }
        )
    }
}
