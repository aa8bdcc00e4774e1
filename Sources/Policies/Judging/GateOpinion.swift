import AuditCore

/// What the measurements say to a gate together, with the sentence that says why.
struct GateOpinion {
    let gate: Gate
    let opinions: [Opinion]
    var outcome: GateOutcome = .inconclusive
    var sentence = ""
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
    func concluded(gaps: [String], failedChecks: [ValidityCheck]) -> GateOpinion {
        var result = self
        let own = worst
        result.outcome = failedChecks.isEmpty && gaps.isEmpty ? own : .inconclusive
        if own == .inconclusive && gaps.isEmpty && failedChecks.isEmpty { result.recordsToDecide = records }
        let isFinal = result.outcome == own
        var parts = [statement(own, isFinal: isFinal, records: result.recordsToDecide)].compactMap(\.self)
        if !gaps.isEmpty { parts.append("it cannot pass because \(gaps.joined(separator: ", and "))") }
        if !failedChecks.isEmpty {
            let names = failedChecks.map { "'\($0.id)' failed (\($0.sentence.trimmingPeriod))" }
            parts.append("it is inconclusive because the validity check \(names.joined(separator: ", and "))")
        }
        let sentence = parts.joined(separator: "; ")
        result.sentence = sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
        return result
    }

    private var limit: String { "'\(gate.bound.words) \(Figures.value(gate.threshold))'" }

    private func statement(_ outcome: GateOutcome, isFinal: Bool, records: Int?) -> String? {
        guard let deciding else { return nil }
        let figure = "\(gate.statistic.title) \(Figures.measured(deciding.measurement))"
        let worst = "the worst case, \(deciding.subject), measures \(figure)"
        let isLowerBound = gate.statistic == .epsilonLowerBound
        switch outcome {
        case .pass:
            let side = isLowerBound ? "does not exceed \(limit)" : "respects \(limit) with its whole interval"
            let caveat = isLowerBound ? ", though a lower bound cannot show that ε is small" : ""
            let reading = ": evidence not consistent with leakage beyond the policy's threshold\(caveat)"
            return "\(worst) and \(side)" + (isFinal ? reading : "")
        case .fail:
            let side = isLowerBound ? "exceeds \(limit)" : "violates \(limit) with its whole interval"
            let reading = ": evidence consistent with leakage beyond the policy's threshold"
            return "\(worst) and \(side)" + (isFinal ? reading : "")
        case .inconclusive:
            let more = records.map {
                "; about \(Figures.estimate($0)) members and as many non-members would decide it at this value"
            }
            let value = deciding.measurement.value == nil ? "" : ", which measures \(figure),"
            return "\(limit) cannot be decided: \(deciding.subject)\(value) \(deciding.reason)\(more ?? "")"
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

extension Bound {
    /// The bound as sentences have it.
    var words: String {
        switch self {
        case .atMost: "at most"
        case .atLeast: "at least"
        }
    }
}

extension String {
    /// The text without a period at its end, to be embedded in a sentence.
    var trimmingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
