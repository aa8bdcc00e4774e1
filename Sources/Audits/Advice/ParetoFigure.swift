import AuditCore

/// Leakage against usefulness: one point per measured trial, the Pareto front as a line.
enum ParetoFigure {
    /// What is left free at either end of an axis, as a share of what its points take.
    private static let margin = 0.06

    static func of(_ comparison: TrialComparison) -> Figure? {
        let trials = comparison.measured
        guard trials.count > 1, let utility = trials.first?.utility else { return nil }
        let front = comparison.front
        return Figure(
            id: "pareto",
            title: Phrase(key: "figure.pareto"),
            alternative: Phrase(
                key: "figure.pareto-alternative",
                ["rows": .list(front.map { Phrase(key: "number", ["number": .whole($0.row)]) }, .comma)]
            ),
            x: Figure.Axis(title: Phrase(key: "figure.pareto-x"), range: range(trials.map { $0.leakage.interval })),
            y: Figure.Axis(title: TrialWords.accuracy(utility), range: range(trials.map { $0.utility.interval })),
            series: groups.compactMap { key, isIn in
                let own = trials.filter { isIn($0.trial) }
                guard !own.isEmpty else { return nil }
                return Figure.Series(name: Phrase(key: "pareto.\(key)"), style: .points, points: own.map(point))
            } + line(front)
        )
    }

    /// The series, in the order of the legend.
    private static let groups: [(key: String, isIn: @Sendable (CountermeasureTrial) -> Bool)] = [
        ("original", { $0.kind == .original }), ("retrained", { $0.kind == .retrained }),
        ("passes", { $0.kind == .countermeasure && $0.verdict == .pass }),
        ("undecided", { $0.kind == .countermeasure && [.inconclusive, .incomplete].contains($0.verdict) }),
        ("fails", { $0.kind == .countermeasure && [.fail, nil].contains($0.verdict) }),
    ]

    private static func point(_ trial: MeasuredTrial) -> Figure.Point {
        Figure.Point(
            x: trial.leakage.auc,
            y: trial.utility.accuracy,
            horizontal: ends(trial.leakage.interval),
            vertical: ends(trial.utility.interval),
            label: "\(trial.row)"
        )
    }

    private static func ends(_ interval: Interval) -> ClosedRange<Double>? {
        interval.low <= interval.high ? interval.low...interval.high : nil
    }

    private static func line(_ front: [MeasuredTrial]) -> [Figure.Series] {
        guard front.count > 1 else { return [] }
        let points = front.map { Figure.Point(x: $0.leakage.auc, y: $0.utility.accuracy) }
        return [Figure.Series(name: Phrase(key: "figure.pareto-front"), style: .reference, points: points)]
    }

    /// All error bars, with some room around them.
    private static func range(_ intervals: [Interval]) -> ClosedRange<Double>? {
        let ends = intervals.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
        guard let low = ends.min(), let high = ends.max() else { return nil }
        let room = max((high - low) * margin, 0.005)
        return max(0, low - room)...min(1, high + room)
    }
}
