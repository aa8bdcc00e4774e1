import AuditCore

/// The rows of a model card: the model that was hardened, and the one that was written.
struct ModelCardTable {
    private let rows: [CountermeasureTrial]

    init(_ hardening: Hardening, _ model: HardenedModel) {
        rows = hardening.trials.filter { $0.kind != .countermeasure || $0.id == model.id }
    }

    /// The section.
    var text: String {
        let original = rows.first { $0.kind == .original }
        let recipients = original?.utilities.filter { $0.measure == .recipient }.map(\.approach) ?? []
        let head =
            ["", "strongest attack: AUC", "layers alone", "answers alone", "source accuracy"]
            + recipients.map { "recipient (\($0.rawValue))" } + ["ε at least", "at most", "policy"]
        var lines = [head, head.map { _ in "---" }]
        for row in rows {
            var line = [row.kind == .countermeasure ? "**\(row.id)**" : row.title.text]
            line += TrialLeakage.Adversary.allCases.map { leakage(row, $0) }
            line.append(utility(row, .source, .none))
            line += recipients.map { utility(row, .recipient, $0) }
            line.append(row.epsilonLowerBound.map(ModelCard.number) ?? "–")
            line.append(row.privacy.map { ModelCard.number(min($0.rdp, $0.pld)) } ?? "–")
            line.append(row.verdict?.rawValue ?? "–")
            lines.append(line)
        }
        return """
            ## Leakage and usefulness

            Accuracies have 95 % intervals. The strongest attack is the one with the largest AUC; 0.5 is guessing. Its interval \
            holds at 95 % together with those of all attacks it was chosen from; k of m: so many of m leave out 0.5. A recipient's \
            accuracy is that of a model built on the transferred layers.

            \(lines.map { "| " + $0.map(ModelCard.cell).joined(separator: " | ") + " |" }.joined(separator: "\n"))
            """
    }

    private func leakage(_ row: CountermeasureTrial, _ adversary: TrialLeakage.Adversary) -> String {
        guard let found = row.leakage.first(where: { $0.adversary == adversary }) else { return "–" }
        let approach = found.approach == .none ? "" : " (\(found.approach.rawValue))"
        let away = "\(found.awayFromChance) of \(found.attacks)"
        return "\(figure(found.auc, found.interval)) \(found.attack)\(approach), \(away)"
    }

    private func utility(_ row: CountermeasureTrial, _ measure: TrialUtility.Measure, _ approach: Approach) -> String {
        row.utilities.first { $0.measure == measure && $0.approach == approach }
            .map { figure($0.accuracy, $0.interval) } ?? "–"
    }

    private func figure(_ value: Double, _ interval: Interval) -> String {
        "\(ModelCard.number(value)) [\(ModelCard.number(interval.low)), \(ModelCard.number(interval.high))]"
    }
}
