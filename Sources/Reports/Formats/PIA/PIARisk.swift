import AuditCore

/// The risk of illegitimate access, as far as the audit measured it.
struct PIARisk {
    let record: AuditRecord
    let language: Language

    private var judgement: Judgement { record.judgement }

    var impacts: [String] { [Phrase(key: "pia.impact-membership"), Phrase(key: "pia.impact-shared")].map(say) }

    var threats: [String] {
        record.attacks.filter { !$0.isControl }.map { say($0.title) }
    }

    var sources: [String] {
        let sources =
            switch record.context.release {
            case .internal: [Phrase(key: "pia.source-staff")]
            case .partner: [Phrase(key: "pia.source-recipient"), Phrase(key: "pia.source-intruder")]
            case .public: [Phrase(key: "pia.source-anybody")]
            }
        return sources.map(say)
    }

    /// The gravest gate; waived ones count, because a waiver changes nothing for the people concerned.
    var severity: Int? { gravest.map { RiskLevel($0).step } }

    var severityText: String {
        guard let gravest else { return PIAText.paragraph(say(Phrase(key: "pia.no-severity"))) }
        return PIAText.paragraph(say(Phrase(key: "pia.severity", ["severity": .phrase(gravest.title)])))
    }

    private var gravest: Severity? { judgement.risk?.severity ?? judgement.gates.map(\.severity).max() }

    /// From the gates, waived ones included; nil where the sample cannot tell.
    var likelihood: Int? {
        if let risk = judgement.risk { return risk.likelihood.step }
        let outcomes = judgement.gates.map(\.outcome)
        if outcomes.contains(.fail) { return record.outcomes.contains { $0.state == .leaks } ? 4 : 3 }
        if outcomes.isEmpty || outcomes.contains(.inconclusive) || !judgement.missing.isEmpty { return nil }
        return record.outcomes.contains { $0.state == .leaks } ? 2 : 1
    }

    var likelihoodText: String {
        let proposal = Phrase(
            key: likelihood == nil ? "pia.no-likelihood" : "pia.likelihood",
            ["verdict": .phrase(judgement.verdict.title)]
        )
        return PIAText.paragraph(say(proposal)) + PIAText.list(judgement.gates.map { say(result($0)) })
    }

    private func result(_ gate: GateResult) -> Phrase {
        let words = GateWords(gate: gate, in: language)
        return Phrase(
            key: "pia.gate-result",
            [
                "gate": .words(gate.gate), "result": .words(words.result), "figures": .words(words.figures),
                "sentence": .phrase(gate.sentence),
            ]
        )
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
