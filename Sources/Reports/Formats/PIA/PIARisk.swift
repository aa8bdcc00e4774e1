import AuditCore

/// The risk of illegitimate access, as far as the audit measured it.
struct PIARisk {
    let record: AuditRecord

    private var judgement: Judgement { record.judgement }

    let impacts = [
        "Somebody learns that a person was in the training data", "What all members share becomes known of them",
    ]

    var threats: [String] {
        record.attacks.filter { !$0.isControl }.map(\.title.text)
    }

    var sources: [String] {
        switch record.context.release {
        case .internal: ["Staff with access to the shared layers"]
        case .partner: ["Recipient of the layers", "Whoever gains access to the recipient's systems"]
        case .public: ["Anybody"]
        }
    }

    /// The gravest gate; waived ones count, because a waiver changes nothing for the people concerned.
    var severity: Int? {
        (judgement.risk?.severity ?? judgement.gates.map(\.severity).max()).map { severity in
            RiskLevel(severity).step
        }
    }

    var severityText: String {
        guard let gravest = judgement.risk?.severity ?? judgement.gates.map(\.severity).max() else {
            return PIAText.paragraph("No gate judged anything; the severity is for the controller to estimate.")
        }
        return PIAText.paragraph(
            "Gravest gate of the policy, after data categories and release: \(gravest.rawValue). "
                + "Proposed by the audit; the controller decides."
        )
    }

    /// From the gates, waived ones included; nil where the sample cannot tell.
    var likelihood: Int? {
        if let risk = judgement.risk { return risk.likelihood.step }
        let outcomes = judgement.gates.map(\.outcome)
        if outcomes.contains(.fail) { return record.outcomes.contains { $0.state == .leaks } ? 4 : 3 }
        if outcomes.isEmpty || outcomes.contains(.inconclusive) || !judgement.missing.isEmpty { return nil }
        return record.outcomes.contains { $0.state == .leaks } ? 2 : 1
    }

    var likelihoodText: String {
        let proposal =
            likelihood == nil
            ? "The audit cannot tell; the likelihood is for the controller to estimate."
            : "Proposed by the audit from the intervals; the controller decides."
        let gates = judgement.gates.map { gate in
            let words = GateWords(gate: gate)
            return "\(gate.gate): \(words.result). \(words.figures) \(gate.sentence)"
        }
        return PIAText.paragraph("Verdict: \(judgement.verdict.rawValue). \(proposal)") + PIAText.list(gates)
    }
}
