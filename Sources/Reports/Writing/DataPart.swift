import AuditCore
import XML

/// The data sets.
enum DataPart {
    static func element(_ sets: [DataSheet]) -> XMLElement {
        XMLElement("data", children: sets.map { .element(dataSet($0)) })
    }

    private static func dataSet(_ set: DataSheet) -> XMLElement {
        let perClass = set.perClass.map { NumberText.of($0) as String }.joined(separator: " ")
        return XMLElement(
            "dataSet",
            attributes: [
                ("role", set.role), ("source", set.source), ("records", NumberText.of(set.records)),
                ("shape", set.shape), ("contentHash", set.contentHash),
            ],
            children: [.element(XMLElement("perClass", text: perClass))]
        )
    }
}
