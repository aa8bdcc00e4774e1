import AuditCore
import XML

/// Leakage and usefulness at every cut.
enum DepthPart {
    static func element(_ curve: DepthCurve, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "depth",
            attributes: [
                ("verdict", curve.verdict.rawValue), ("recommended", curve.recommended), ("policy", curve.policy),
                ("looks", NumberText.of(curve.looks)), ("confidence", NumberText.of(curve.confidence)),
            ]
        )
        element.append(XMLElement("sentence", text: book.say(curve.sentence)))
        if let note = curve.utilityNote { element.append(XMLElement("utilityNote", text: book.say(note))) }
        for attack in curve.attacks { element.append(XMLElement("attack", attributes: [("id", attack)])) }
        for name in curve.unjudged { element.append(XMLElement("unjudged", attributes: [("name", name)])) }
        if let control = curve.control { element.append(TrialPart.strongest(control)) }
        for row in [curve.baseline] + curve.rows { element.append(self.row(row, book)) }
        return element
    }

    private static func row(_ row: DepthRow, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "row",
            attributes: [
                ("cut", row.cut.isEmpty ? nil : row.cut), ("sharedParameters", NumberText.of(row.sharedParameters)),
                ("approach", row.approach.rawValue), ("verdict", row.verdict.rawValue),
            ]
        )
        if let leakage = row.leakage { element.append(TrialPart.strongest(leakage)) }
        for gate in row.gates { element.append(self.gate(gate, book)) }
        if let utility = row.utility { element.append(TrialPart.utility(utility)) }
        return element
    }

    private static func gate(_ gate: DepthGate, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "gate",
            attributes: [
                ("gate", gate.gate), ("result", gate.outcome.rawValue), ("waived", NumberText.of(gate.isWaived)),
                ("attack", gate.attack), ("measured", NumberText.of(gate.measured)),
                ("recordsToDecide", NumberText.of(gate.recordsToDecide)),
            ] + CommonAttributes.interval(gate.interval)
        )
        element.append(XMLElement("sentence", text: book.say(gate.sentence)))
        return element
    }
}
