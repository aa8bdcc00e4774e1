import AuditCore

/// A gate in words, the same in every format.
struct GateWords {
    let gate: GateResult
    let language: Language

    /// Says a gate; by default in English.
    init(gate: GateResult, in language: Language = .english) {
        self.gate = gate
        self.language = language
    }

    /// `fail`, `pass`, `inconclusive`, with `(waived)` behind it where that counts.
    var result: String { say(gate.outcome.title(isWaived: gate.isWaived)) }

    /// Where the figure must stay, such as `at most 0.6`.
    var demand: String { say(gate.bound.demand(ShortNumber.text(gate.threshold, in: language))) }

    /// The figure; nil where there is none.
    var measured: String? { value.map(short) }

    /// The interval, such as `0.6524 to 0.6739`; nil where there is none.
    var interval: String? {
        guard let interval = gate.measurement?.interval else { return nil }
        return say(
            Phrase(key: "interval", ["low": .words(short(interval.low)), "high": .words(short(interval.high))])
        )
    }

    /// The level of the interval, such as `95 %`.
    var level: String { ShortNumber.percent(gate.measurement?.interval?.confidence ?? gate.confidence, in: language) }

    /// Who measured it, such as `transmia-svm, freezing, shadow size 1000, class 'cat'`; nil where nothing was measured.
    var source: String? {
        guard let measurement = gate.measurement else { return nil }
        var parts: [Phrase] = [Phrase(verbatim: measurement.attack)]
        if measurement.approach != .none { parts.append(Phrase(key: "approach-name.\(measurement.approach.rawValue)")) }
        if measurement.shadowSize > 0 {
            parts.append(Phrase(key: "source-size", ["size": .whole(measurement.shadowSize)]))
        }
        if let group = measurement.group {
            parts.append(Phrase(key: "source-group.\(group.kind.rawValue)", ["name": .words(group.name)]))
        }
        return parts.map(say).joined(separator: ", ")
    }

    /// Figure, interval and threshold in one sentence.
    var figures: String {
        let name = Phrase.Value.phrase(gate.statistic.title)
        guard let measured, let source else {
            return say(Phrase(key: "figures.none", ["statistic": name, "demand": .words(demand)]))
        }
        guard let interval else {
            return say(
                Phrase(
                    key: "figures.measured",
                    [
                        "statistic": name, "measured": .words(measured), "source": .words(source),
                        "demand": .words(demand),
                    ]
                )
            )
        }
        return say(
            Phrase(
                key: "figures.interval",
                [
                    "statistic": name, "measured": .words(measured), "level": .words(level),
                    "interval": .words(interval), "source": .words(source), "demand": .words(demand),
                ]
            )
        )
    }

    /// What the waiver says, counting or expired; nil without one.
    var waiver: String? {
        guard let waiver = gate.waiver else { return nil }
        let arguments = [
            Phrase.Argument(name: "approver", value: .words(waiver.approver)),
            Phrase.Argument(name: "expires", value: .day(waiver.expires)),
            Phrase.Argument(name: "reason", value: .words(waiver.reason)),
        ]
        return say(Phrase(key: gate.isWaived ? "finding.waiver" : "waiver.expired", arguments: arguments))
    }

    /// The numbers in full precision under the names that report.xml uses; those that do not exist are left out.
    var exact: [(name: String, value: String)] {
        let measurement = gate.measurement
        let all: [(String, String?)] = [
            ("gate", gate.gate), ("result", gate.outcome.rawValue), ("waived", NumberText.of(gate.isWaived)),
            ("statistic", gate.statistic.rawValue), ("measured", NumberText.of(value)),
            ("low", NumberText.of(measurement?.interval?.low)), ("high", NumberText.of(measurement?.interval?.high)),
            ("bound", gate.bound.rawValue), ("threshold", NumberText.of(gate.threshold)),
            ("confidence", NumberText.of(gate.confidence)), ("severity", gate.severity.rawValue),
            ("attack", measurement?.attack), ("approach", measurement?.approach.rawValue),
            ("shadowSize", NumberText.of(measurement?.shadowSize)),
            ("group", measurement?.group?.kind.rawValue), ("groupName", measurement?.group?.name),
            ("likelihood", gate.risk?.likelihood.rawValue), ("risk", gate.risk?.level.rawValue),
            ("members", NumberText.of(measurement?.members)),
            ("nonMembers", NumberText.of(measurement?.nonMembers)),
            ("recordsToDecide", NumberText.of(gate.recordsToDecide)),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private var value: Double? { gate.measurement?.value.flatMap { $0.isNaN ? nil : $0 } }

    private func short(_ value: Double) -> String {
        ShortNumber.text(value, beside: gate.threshold, in: language)
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
