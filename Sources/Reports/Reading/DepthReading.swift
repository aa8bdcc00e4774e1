import AuditCore

/// Leakage and usefulness at every cut.
enum DepthReading {
    static func curve(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> DepthCurve? {
        guard let node = root.children("depth").first else { return nil }
        var rows: [DepthRow] = []
        for child in node.children("row") { rows.append(try row(child, phrases)) }
        var attacks: [String] = []
        for child in node.children("attack") { attacks.append(try child.string("id")) }
        var unjudged: [String] = []
        for child in node.children("unjudged") { unjudged.append(try child.string("name")) }
        guard let baseline = rows.first else { throw node.missing("the baseline's row") }
        return DepthCurve(
            baseline: baseline,
            rows: Array(rows.dropFirst()),
            control: try strongest(node),
            attacks: attacks,
            policy: try node.string("policy"),
            looks: try node.count("looks"),
            confidence: try node.number("confidence"),
            unjudged: unjudged,
            utilityNote: node.children("utilityNote").first.map { phrases($0.text) }
        )
    }

    private static func strongest(_ node: RecordNode) throws(ReportError) -> TrialLeakage? {
        guard let child = node.children("strongest").first else { return nil }
        return try TrialReading.leakage(child)
    }

    private static func row(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> DepthRow {
        var gates: [DepthGate] = []
        for gate in node.children("gate") { gates.append(try self.gate(gate, phrases)) }
        var utility: TrialUtility?
        if let child = node.children("utility").first { utility = try TrialReading.utility(child) }
        return DepthRow(
            cut: node.optional("cut") ?? "",
            sharedParameters: try node.count("sharedParameters"),
            approach: try node.word("approach"),
            leakage: try strongest(node),
            gates: gates,
            verdict: try node.word("verdict"),
            utility: utility
        )
    }

    private static func gate(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> DepthGate {
        DepthGate(
            gate: try node.string("gate"),
            outcome: try node.word("result"),
            isWaived: node.truth("waived"),
            attack: node.optional("attack"),
            measured: try node.optionalNumber("measured"),
            interval: try node.interval(),
            sentence: phrases(node.text(of: "sentence")),
            recordsToDecide: try node.optionalCount("recordsToDecide")
        )
    }
}
