import AuditCore

/// The registry's words and numbers in the language of a page.
struct HistoryWords {
    let language: Language

    /// What the page says of itself, under the keys the stylesheet asks for.
    func texts(_ audits: [RegistryAudit]) -> [(key: String, text: String)] {
        func number(_ verdict: Verdict) -> Phrase.Value {
            .count(audits.filter { $0.verdict == verdict.rawValue }.count)
        }
        let count = Phrase(key: "history.audits", ["count": .count(audits.count)])
        let said = [
            Phrase(key: "history.title", ["audits": .phrase(count)]), count,
            Phrase(
                key: "history.counts",
                [
                    "pass": number(.pass), "fail": number(.fail), "inconclusive": number(.inconclusive),
                    "incomplete": number(.incomplete),
                ]
            ),
        ]
        let fixed = [
            Phrase(key: "history.skip"), Phrase(key: "history.heading"), Phrase(key: "history.risk"),
            Phrase(key: "history.lede"), Phrase(key: "history.no-curve"), Phrase(key: "history.undrawn"),
            Phrase(key: "history.list"), Phrase(key: "history.table"), Phrase(key: "history.audit"),
            Phrase(key: "history.ended"), Phrase(key: "history.name"), Phrase(key: "history.model"),
            Phrase(key: "history.policy"), Phrase(key: "history.verdict"), Phrase(key: "history.gates"),
            Phrase(key: "history.foot"),
        ]
        return (said + fixed).map { ($0.key ?? "", say($0)) }
    }

    /// A moment to the minute, from ISO 8601; any other text as it is.
    func moment(_ text: String) -> String {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return text }
        return say(
            Phrase(key: "history.moment", ["day": .day(String(parts[0])), "time": .words(String(parts[1].prefix(5)))])
        )
    }

    /// The verdict; a word of another version as it is.
    func verdict(_ audit: RegistryAudit) -> String {
        Verdict(rawValue: audit.verdict).map { say($0.title) } ?? audit.verdict
    }

    /// Why the verdict is what it is: as the registry has it, which is English, or made of the gates.
    func reason(_ audit: RegistryAudit, _ gates: [RegistryGate]) -> String {
        guard language != .english, let verdict = Verdict(rawValue: audit.verdict) else { return audit.reason }
        let tally = GateTally(
            gates.map {
                GateTally.Row(gate: $0.gate, outcome: GateOutcome(rawValue: $0.result), isWaived: $0.isWaived)
            }
        )
        let passed = verdict == .pass ? Phrase(key: "verdict.pass") : nil
        let parts = [passed, tally.failed, tally.undecided, tally.waived].compactMap { $0 }
        let gatesSay = Phrase(key: "sentence", ["parts": .list(parts, .semicolon)])
        let whole =
            (verdict == .incomplete ? [Phrase(key: "pipeline.incomplete")] : []) + (parts.isEmpty ? [] : [gatesSay])
        return whole.isEmpty ? "" : say(.sentences(whole))
    }

    /// How a gate ended.
    func result(_ gate: RegistryGate) -> String {
        GateOutcome(rawValue: gate.result).map { say($0.title(isWaived: gate.isWaived)) } ?? gate.result
    }

    /// What a gate measured and what was asked of it.
    func figures(_ gate: RegistryGate) -> String {
        let threshold = number(gate.threshold)
        let demand = Phrase.Value.words(Bound(rawValue: gate.bound).map { say($0.demand(threshold)) } ?? threshold)
        guard let measured = gate.measured.map(number) else {
            return say(Phrase(key: "history.no-value", ["demand": demand]))
        }
        guard let low = gate.low.map(number), let high = gate.high.map(number) else {
            return say(Phrase(key: "history.value", ["measured": .words(measured), "demand": demand]))
        }
        return say(
            Phrase(
                key: "history.interval",
                ["measured": .words(measured), "low": .words(low), "high": .words(high), "demand": demand]
            )
        )
    }

    /// Four decimals at most.
    private func number(_ value: Double) -> String {
        guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
        return language.decimal("\((value * 10_000).rounded() / 10_000)")
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
