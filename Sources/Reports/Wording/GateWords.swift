import AuditCore

/// A gate in words, the same in every format.
struct GateWords {
    let gate: GateResult

    /// `fail`, `pass`, `inconclusive`, with `(waived)` behind it where that counts.
    var result: String { gate.outcome.rawValue + (gate.isWaived ? " (waived)" : "") }

    /// Where the figure must stay, such as `at most 0.6`.
    var demand: String {
        "\(gate.bound == .atMost ? "at most" : "at least") \(ShortNumber.text(gate.threshold))"
    }

    /// The figure; nil where there is none.
    var measured: String? { value.map { ShortNumber.text($0, beside: gate.threshold) } }

    /// The interval, such as `0.6524 to 0.6739`; nil where there is none.
    var interval: String? {
        guard let interval = gate.measurement?.interval else { return nil }
        return "\(ShortNumber.text(interval.low, beside: gate.threshold)) to "
            + ShortNumber.text(interval.high, beside: gate.threshold)
    }

    /// The level of the interval, such as `95 %`.
    var level: String { "\(ShortNumber.text((gate.measurement?.interval?.confidence ?? gate.confidence) * 100)) %" }

    /// Who measured it, such as `transmia-svm, freezing, shadow size 1000, class 'cat'`; nil where nothing was measured.
    var source: String? {
        guard let measurement = gate.measurement else { return nil }
        let approach = measurement.approach == .none ? "" : ", \(measurement.approach.rawValue)"
        let size = measurement.shadowSize > 0 ? ", shadow size \(measurement.shadowSize)" : ""
        let group = measurement.group.map { ", \($0)" } ?? ""
        return measurement.attack + approach + size + group
    }

    /// Figure, interval and threshold in one sentence.
    var figures: String {
        let name = gate.statistic.title
        guard let measured else { return "\(name) must be \(demand); nothing was measured that could be judged." }
        let span = interval.map { " (\(level) interval \($0))" } ?? ""
        return "\(name) \(measured)\(span) by \(source ?? "an attack"); must be \(demand)."
    }

    /// What the waiver says, counting or expired; nil without one.
    var waiver: String? {
        guard let waiver = gate.waiver else { return nil }
        return gate.isWaived
            ? "Waived by \(waiver.approver) until \(waiver.expires): \(waiver.reason)"
            : "The waiver by \(waiver.approver) does not count (last day \(waiver.expires)): \(waiver.reason)"
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
}
