import AuditCore
import XML

/// What it would take to run the audit again.
enum ProvenancePart {
    static func element(_ provenance: Provenance, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "provenance",
            attributes: [
                ("toolVersion", provenance.toolVersion), ("machine", book.say(provenance.machine)),
                ("started", provenance.started), ("finished", provenance.finished),
                ("seconds", NumberText.of(provenance.seconds)), ("seed", "\(provenance.seed)"),
                ("profile", provenance.profile),
                ("modelsTrained", NumberText.of(provenance.modelsTrained)),
                ("modelsReused", NumberText.of(provenance.modelsReused)),
            ]
        )
        for library in provenance.libraries {
            element.append(
                XMLElement("library", attributes: [("name", library.name), ("version", library.version)])
            )
        }
        for file in provenance.files {
            element.append(
                XMLElement(
                    "file",
                    attributes: [
                        ("role", file.role), ("name", file.name), ("sha256", file.sha256),
                        ("bytes", NumberText.of(file.bytes)),
                    ]
                )
            )
        }
        return element
    }
}
