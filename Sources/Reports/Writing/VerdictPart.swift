import AuditCore
import XML

/// The verdict, its exit code and its reason.
enum VerdictPart {
    static func element(_ judgement: Judgement, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "verdict",
            attributes: [
                ("result", judgement.verdict.rawValue), ("exitCode", "\(judgement.verdict.exitCode)"),
                ("severity", judgement.risk?.severity.rawValue),
            ] + CommonAttributes.risk(judgement.risk)
        )
        element.append(XMLElement("reason", text: book.say(judgement.sentence)))
        for missing in judgement.missing { element.append(XMLElement("missing", text: missing)) }
        return element
    }
}
