import AuditCore

/// What the measurements say to a gate together, with the sentence that says why.
struct GateOpinion {
    let gate: Gate
    let opinions: [Opinion]
    var outcome: GateOutcome = .inconclusive
    var sentence: Phrase = ""
    var recordsToDecide: Int?

    init(gate: Gate, opinions: [Opinion]) {
        self.gate = gate
        self.opinions = opinions
    }

    /// The measurement that decides: the worst of those that brought the outcome about.
    var deciding: Opinion? {
        let own = opinions.filter { $0.outcome == worst }
        return (own.isEmpty ? opinions : own).max { rank($0) < rank($1) }
    }

    /// Fails if any fails, else inconclusive if any is, else passes.
    private var worst: GateOutcome {
        if opinions.contains(where: { $0.outcome == .fail }) { return .fail }
        return opinions.isEmpty || opinions.contains { $0.outcome == .inconclusive } ? .inconclusive : .pass
    }

    /// How unfavourable a measurement is: by its value where it fails, by its unfavourable end otherwise.
    private func rank(_ opinion: Opinion) -> Double {
        let measurement = opinion.measurement
        let sign: Double = gate.bound == .atMost ? 1 : -1
        guard let value = measurement.value, !value.isNaN else { return -.infinity }
        if opinion.outcome == .fail || gate.statistic == .epsilonLowerBound { return sign * value }
        guard let interval = measurement.interval else { return sign * value }
        return sign * (gate.bound == .atMost ? interval.high : interval.low)
    }

    /// The opinion with what stands in the way of a decision taken into account.
    func concluded(gaps: [Phrase], failedChecks: [ValidityCheck]) -> GateOpinion {
        var result = self
        let own = worst
        result.outcome = failedChecks.isEmpty && gaps.isEmpty ? own : .inconclusive
        if own == .inconclusive && gaps.isEmpty && failedChecks.isEmpty { result.recordsToDecide = records }
        let isFinal = result.outcome == own
        var parts = [statement(own, isFinal: isFinal, records: result.recordsToDecide)].compactMap(\.self)
        if !gaps.isEmpty { parts.append(Phrase(key: "gate.gaps", ["gaps": .list(gaps, .clause)])) }
        if !failedChecks.isEmpty {
            let names = failedChecks.map {
                Phrase(key: "gate.failed-check", ["check": .words($0.id), "sentence": .phrase($0.sentence)])
            }
            parts.append(Phrase(key: "gate.failed-checks", ["checks": .list(names, .clause)]))
        }
        result.sentence = Phrase(key: "sentence", ["parts": .list(parts, .semicolon)])
        return result
    }

    private var limit: Phrase.Value {
        let threshold = Phrase.Value.number(gate.threshold, .value)
        switch gate.bound {
        case .atMost: return .phrase(Phrase(key: "limit.at-most", ["threshold": threshold]))
        case .atLeast: return .phrase(Phrase(key: "limit.at-least", ["threshold": threshold]))
        }
    }

    private func statement(_ outcome: GateOutcome, isFinal: Bool, records: Int?) -> Phrase? {
        guard let deciding else { return nil }
        let subject = Phrase.Value.phrase(deciding.subject)
        let figure = Phrase.Value.phrase(
            Phrase(
                key: "figure",
                [
                    "statistic": .phrase(gate.statistic.title),
                    "measured": .phrase(Figures.measured(deciding.measurement)),
                ]
            )
        )
        let isLowerBound = gate.statistic == .epsilonLowerBound
        switch outcome {
        case .pass:
            let statement = Phrase(
                key: isLowerBound ? "gate.pass-lower-bound" : "gate.pass",
                ["subject": subject, "figure": figure, "limit": limit]
            )
            let reading = isLowerBound ? "gate.reading-lower-bound" : "gate.reading-pass"
            return isFinal ? Phrase(key: reading, ["statement": .phrase(statement)]) : statement
        case .fail:
            let statement = Phrase(
                key: isLowerBound ? "gate.fail-lower-bound" : "gate.fail",
                ["subject": subject, "figure": figure, "limit": limit]
            )
            return isFinal ? Phrase(key: "gate.reading-fail", ["statement": .phrase(statement)]) : statement
        case .inconclusive:
            let reason = Phrase.Value.phrase(deciding.reason)
            let statement =
                deciding.measurement.value == nil
                ? Phrase(key: "gate.undecided", ["limit": limit, "subject": subject, "reason": reason])
                : Phrase(
                    key: "gate.undecided-measured",
                    ["limit": limit, "subject": subject, "figure": figure, "reason": reason]
                )
            return records.map {
                Phrase(
                    key: "gate.would-decide",
                    ["statement": .phrase(statement), "count": .estimate($0)]
                )
            } ?? statement
        }
    }

    /// Enough records for one violation to show or for every doubt to go, whichever is less.
    private var records: Int? {
        let undecided = opinions.filter { $0.outcome == .inconclusive }
        let violating = undecided.filter { opinion in
            opinion.measurement.value.map { gate.bound == .atMost ? $0 > gate.threshold : $0 < gate.threshold } ?? false
        }
        if let fewest = violating.compactMap(\.recordsToDecide).min() { return fewest }
        let needs = undecided.map(\.recordsToDecide)
        return needs.contains(nil) ? nil : needs.compactMap(\.self).max()
    }
}
