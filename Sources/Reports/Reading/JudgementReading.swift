import AuditCore

/// What the policy said, and what follows from it.
enum JudgementReading {
    static func judgement(_ root: RecordNode, _ measurements: [Measurement], _ phrases: PhraseReading)
        throws(ReportError) -> Judgement
    {
        let verdict = try root.child("verdict")
        let policy = try root.child("policy")
        var gates: [GateResult] = []
        for node in root.list("gates", of: "gateResult") { gates.append(try gate(node, measurements, phrases)) }
        return Judgement(
            verdict: try verdict.word("result"),
            sentence: phrases(verdict.text(of: "reason")),
            policy: PolicySheet(
                id: try policy.string("id"),
                title: phrases(policy.text(of: "title")),
                purpose: phrases(policy.text(of: "purpose")),
                limits: phrases(policy.text(of: "limits")),
                sha256: try policy.string("sha256")
            ),
            gates: gates,
            missing: verdict.children("missing").map(\.text),
            risk: try risk(verdict)
        )
    }

    private static func gate(_ node: RecordNode, _ measurements: [Measurement], _ phrases: PhraseReading)
        throws(ReportError) -> GateResult
    {
        let id = try node.string("gate")
        var waiver: Waiver?
        if let found = node.children("waiver").first {
            waiver = Waiver(
                gate: id,
                approver: try found.string("approver"),
                reason: found.text(of: "reason"),
                expires: try found.string("expires")
            )
        }
        return GateResult(
            gate: id,
            title: phrases(node.text(of: "title")),
            outcome: try node.word("result"),
            measurement: try measurement(node, measurements, phrases),
            statistic: try node.word("statistic"),
            bound: try node.word("bound"),
            threshold: try node.number("threshold"),
            confidence: try node.number("confidence"),
            severity: try node.word("severity"),
            legalBasis: phrases(node.text(of: "legalBasis")),
            rationale: phrases(node.text(of: "rationale")),
            sentence: phrases(node.text(of: "sentence")),
            recordsToDecide: try node.optionalCount("recordsToDecide"),
            waiver: waiver,
            isWaived: node.truth("waived"),
            risk: try risk(node)
        )
    }

    /// What an element says of the risk; nil in records that do not state it.
    private static func risk(_ node: RecordNode) throws(ReportError) -> Risk? {
        guard node.optional("likelihood") != nil, node.optional("severity") != nil, node.optional("risk") != nil else {
            return nil
        }
        return Risk(
            likelihood: try node.word("likelihood"),
            severity: try node.word("severity"),
            level: try node.word("risk")
        )
    }

    /// The measurement that decided: the one of the record with the same figures, else what the gate says of it.
    private static func measurement(
        _ node: RecordNode,
        _ measurements: [Measurement],
        _ phrases: PhraseReading
    ) throws(ReportError) -> Measurement? {
        guard let attack = node.optional("attack") else { return nil }
        let said = Measurement(
            attack: attack,
            approach: try node.word("approach"),
            shadowSize: try node.count("shadowSize"),
            statistic: try node.word("statistic"),
            value: try node.optionalNumber("measured"),
            interval: try interval(node),
            method: "",
            members: try node.optionalCount("members") ?? 0,
            nonMembers: try node.optionalCount("nonMembers") ?? 0,
            note: phrases(node.optional("note")),
            group: try group(node)
        )
        let same = measurements.first { candidate in
            candidate.attack == said.attack && candidate.approach == said.approach
                && candidate.group == said.group && candidate.shadowSize == said.shadowSize
                && candidate.statistic == said.statistic
                && candidate.value == said.value && (said.interval == nil || candidate.interval == said.interval)
        }
        return same ?? said
    }

    private static func interval(_ node: RecordNode) throws(ReportError) -> Interval? {
        guard let interval = try node.interval() else { return nil }
        let confidence = try node.optionalNumber("intervalConfidence") ?? interval.confidence
        return Interval(low: interval.low, high: interval.high, confidence: confidence)
    }

    private static func group(_ node: RecordNode) throws(ReportError) -> RecordGroup? {
        guard let name = node.optional("groupName") else { return nil }
        return RecordGroup(kind: try node.word("group"), name: name)
    }

    static func findings(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [Finding] {
        var result: [Finding] = []
        for node in root.list("findings", of: "finding") {
            result.append(
                Finding(
                    id: try node.string("id"),
                    gate: node.optional("gate"),
                    title: phrases(node.text(of: "title")),
                    evidence: phrases(node.text(of: "evidence")),
                    severity: try node.word("severity"),
                    legalBasis: phrases(node.text(of: "legalBasis")),
                    remedy: phrases(node.text(of: "remedy")),
                    risk: try risk(node)
                )
            )
        }
        return result
    }

    static func recommendations(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [Recommendation] {
        var result: [Recommendation] = []
        for node in root.list("recommendations", of: "recommendation") {
            result.append(
                Recommendation(
                    countermeasure: try node.string("countermeasure"),
                    title: phrases(node.text(of: "title")),
                    heading: phrases(node.text(of: "heading")),
                    sentence: phrases(node.text(of: "sentence")),
                    caveat: phrases(node.text(of: "caveat")),
                    reference: phrases(node.text(of: "reference")),
                    findings: node.children("answers").map(\.text),
                    helps: node.truth("helps")
                )
            )
        }
        return result
    }
}
