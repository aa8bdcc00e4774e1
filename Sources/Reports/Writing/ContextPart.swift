import AuditCore
import XML

/// Who shares with whom.
enum ContextPart {
    static func element(_ context: AuditContext) -> XMLElement {
        XMLElement(
            "context",
            attributes: [
                ("controller", context.controller), ("recipient", context.recipient),
                ("release", context.release.rawValue),
                ("recipientOutsideEEA", context.recipientOutsideEEA.map { NumberText.of($0) }),
            ],
            children: context.dataCategories.map { .element(XMLElement("dataCategory", text: $0)) }
        )
    }
}
