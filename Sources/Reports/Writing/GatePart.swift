import AuditCore
import XML

/// The policy and what its gates said.
enum GatePart {
    static func element(_ policy: PolicySheet, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "policy",
            attributes: [("id", policy.id), ("sha256", policy.sha256)],
            children: [
                .element(XMLElement("title", text: book.say(policy.title))),
                .element(XMLElement("purpose", text: book.say(policy.purpose))),
                .element(XMLElement("limits", text: book.say(policy.limits))),
            ]
        )
    }

    static func element(_ gates: [GateResult], _ book: PhraseBook) -> XMLElement {
        XMLElement("gates", children: gates.map { .element(gate($0, book)) })
    }

    private static func gate(_ gate: GateResult, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "gateResult",
            attributes: judged(gate) + deciding(gate, book) + CommonAttributes.risk(gate.risk)
        )
        element.append(XMLElement("title", text: book.say(gate.title)))
        element.append(XMLElement("sentence", text: book.say(gate.sentence)))
        element.append(XMLElement("legalBasis", text: book.say(gate.legalBasis)))
        element.append(XMLElement("rationale", text: book.say(gate.rationale)))
        if let waiver = gate.waiver { element.append(Self.waiver(waiver)) }
        return element
    }

    private static func judged(_ gate: GateResult) -> [(String, String?)] {
        [
            ("gate", gate.gate), ("result", gate.outcome.rawValue), ("statistic", gate.statistic.rawValue),
            ("measured", NumberText.of(gate.measurement?.value)),
            ("low", NumberText.of(gate.measurement?.interval?.low)),
            ("high", NumberText.of(gate.measurement?.interval?.high)), ("bound", gate.bound.rawValue),
            ("threshold", NumberText.of(gate.threshold)), ("confidence", NumberText.of(gate.confidence)),
            ("severity", gate.severity.rawValue),
        ]
    }

    private static func deciding(_ gate: GateResult, _ book: PhraseBook) -> [(String, String?)] {
        let measurement = gate.measurement
        let isMeasured = !(measurement?.value?.isNaN ?? true)
        let why =
            measurement == nil
            ? Phrase(key: "note.no-measurement") : measurement?.note ?? Phrase(key: "note.undefined-figure")
        let note = isMeasured ? nil : book.say(why)
        return [
            ("attack", measurement?.attack), ("approach", measurement?.approach.rawValue),
            ("shadowSize", NumberText.of(measurement?.shadowSize)),
            ("members", NumberText.of(measurement?.members)),
            ("nonMembers", NumberText.of(measurement?.nonMembers)),
            ("recordsToDecide", NumberText.of(gate.recordsToDecide)), ("waived", NumberText.of(gate.isWaived)),
            ("note", note), ("intervalConfidence", NumberText.of(otherConfidence(gate))),
            ("group", measurement?.group?.kind.rawValue), ("groupName", measurement?.group?.name),
        ]
    }

    /// The level of an interval that is not at the gate's confidence.
    private static func otherConfidence(_ gate: GateResult) -> Double? {
        gate.measurement?.interval.map(\.confidence).flatMap { $0 == gate.confidence ? nil : $0 }
    }

    private static func waiver(_ waiver: Waiver) -> XMLElement {
        XMLElement(
            "waiver",
            attributes: [("approver", waiver.approver), ("expires", waiver.expires)],
            children: [.element(XMLElement("reason", text: waiver.reason))]
        )
    }
}
