import AuditCore
import History

/// Two audits beside each other, as a terminal shows them.
enum ReportComparisonText {
    static func lines(_ comparison: ReportComparison) -> [String] {
        let (old, new) = (comparison.old, comparison.new)
        var lines = [
            "Old: \(HistoryText.short(old.title, 60)), \(old.provenance.finished): \(old.judgement.verdict.rawValue)",
            "New: \(HistoryText.short(new.title, 60)), \(new.provenance.finished): \(new.judgement.verdict.rawValue)",
        ]
        lines += notes(comparison).map { "Note: \($0)" } + [""]
        lines += TextTable.lines(
            [["gate", "old", "new", "difference", "p (Holm)", "result"]] + comparison.gates.map(row)
        )
        let tested = comparison.figures.filter { $0.test != nil }
        let changed = tested.filter { $0.change == .better || $0.change == .worse }
        lines += [
            "",
            "\(tested.count) figures stand in both: \(changed.count { $0.change == .better }) better, "
                + "\(changed.count { $0.change == .worse }) worse, \(tested.count - changed.count) without significant "
                + "difference (Holm's correction over all of them).",
        ]
        lines += changed.prefix(20).map { "  \($0.change.title): \(name($0.new)) \(difference($0))" }
        if changed.count > 20 { lines.append("  … and \(changed.count - 20) more; --json has all") }
        return lines
    }

    private static func notes(_ comparison: ReportComparison) -> [String] {
        var notes: [String] = []
        if comparison.sharesRecords {
            notes.append("both audits looked at the same records, so the tests err on the side of no difference.")
        }
        if comparison.sharesModel == false { notes.append("the source models differ.") }
        let policies = [comparison.old, comparison.new].map { ($0.judgement.policy.id, $0.judgement.policy.sha256) }
        if policies[0] != policies[1] { notes.append("the policies differ; gates are matched by their ids.") }
        return notes
    }

    private static func row(_ gate: GateChange) -> [String] {
        let reasons = gate.differences + [gate.figures.obstacle].compactMap(\.self)
        let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
        return [
            gate.gate, said(gate.old), said(gate.new), difference(gate.figures),
            gate.figures.adjustedP.map(VerdictLines.number) ?? "", gate.change.title + why,
        ]
    }

    private static func said(_ gate: GateResult?) -> String {
        guard let gate else { return "–" }
        return "\(gate.outcome.rawValue) \(gate.measurement?.value.map(VerdictLines.number) ?? "")"
    }

    private static func difference(_ figures: FigureChange) -> String {
        guard let test = figures.test else { return "" }
        let sign = test.difference > 0 ? "+" : ""
        return "\(sign)\(VerdictLines.number(test.difference)) [\(VerdictLines.number(test.low)), "
            + "\(VerdictLines.number(test.high))]"
    }

    private static func name(_ measurement: AuditCore.Measurement?) -> String {
        guard let measurement else { return "" }
        return "\(measurement.attack)/\(measurement.approach.rawValue)/n\(measurement.shadowSize) "
            + measurement.statistic.rawValue
    }
}
