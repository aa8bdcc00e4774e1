import AuditCore

/// What accountants bound beside what attacks show, per model: ε lies between the two.
enum EpsilonFigure {
    static func of(_ trials: [CountermeasureTrial]) -> Figure? {
        let measured = trials.enumerated().filter { $0.element.outcome == .measured }
            .map { (row: $0.offset + 1, trial: $0.element) }
        guard measured.contains(where: { $0.trial.privacy != nil && $0.trial.epsilonLowerBound != nil }) else {
            return nil
        }
        func series(_ key: String, _ value: (CountermeasureTrial) -> Double?) -> Figure.Series {
            Figure.Series(
                name: Phrase(key: key),
                style: .points,
                points: measured.compactMap { row, trial in
                    value(trial).flatMap { $0.isFinite ? Figure.Point(x: Double(row), y: $0) : nil }
                }
            )
        }
        return Figure(
            id: "epsilon",
            title: Phrase(key: "figure.epsilon"),
            alternative: .sentences(
                [Phrase(key: "figure.epsilon-alternative")]
                    + measured.compactMap { row, trial in sentence(trial, row: row) }
            ),
            x: Figure.Axis(title: Phrase(key: "figure.row-axis"), range: 0.5...(Double(trials.count) + 0.5), step: 1),
            y: Figure.Axis(title: Phrase(key: "figure.epsilon-axis")),
            series: [
                series("figure.epsilon-shown") { $0.epsilonLowerBound },
                series("figure.epsilon-pld") { $0.privacy?.pld }, series("figure.epsilon-rdp") { $0.privacy?.rdp },
            ]
        )
    }

    private static func sentence(_ trial: CountermeasureTrial, row: Int) -> Phrase? {
        guard let privacy = trial.privacy, let shown = trial.epsilonLowerBound else { return nil }
        return Phrase(
            key: "figure.epsilon-model",
            [
                "trial": .phrase(TrialWords.name(trial, row: row)), "shown": .number(shown, .value),
                "pld": .number(privacy.pld, .value), "rdp": .number(privacy.rdp, .value),
                "delta": .number(privacy.delta, .full),
            ]
        )
    }
}
