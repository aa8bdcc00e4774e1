import AuditCore

/// Accuracy, precision and recall against the shadow size, with error bars of one standard deviation over repeats.
enum SizeFigures {
    static func all(_ measurements: [Measurement]) -> [Figure] {
        let attacks = unique(measurements.filter { $0.approach != .none && $0.population == .source }.map(\.attack))
        let byAttack = attacks.flatMap { attack in
            // Of attacks beyond the paper's, what can be compared with them.
            let statistics: [Statistic] = attack.hasPrefix("transmia") ? [.accuracy, .precision, .recall] : [.accuracy]
            return statistics.compactMap { figure(measurements, attack: attack, $0) }
        }
        return byAttack + [Approach.freezing, .fineTuning].compactMap { attacksFigure(measurements, $0) }
    }

    /// Figure 4 of the paper: one attack, one line per approach.
    private static func figure(_ all: [Measurement], attack: String, _ statistic: Statistic) -> Figure? {
        let own = all.filter { $0.attack == attack && $0.statistic == statistic && $0.value != nil }
        guard Set(own.map(\.shadowSize)).count > 1 || attack.hasPrefix("transmia") else { return nil }
        let series = unique(own.map(\.approach)).map { approach in
            Figure.Series(
                name: Figures.title(approach),
                style: .lines,
                points: points(own.filter { $0.approach == approach })
            )
        }
        return figure(
            "size-\(attack)-\(statistic.rawValue)",
            Phrase(key: "figure.size", ["statistic": .phrase(statistic.title), "attack": .words(attack)]),
            Phrase(key: "figure.size-alternative", ["statistic": .phrase(statistic.title), "attack": .words(attack)]),
            statistic,
            series
        )
    }

    /// Figure 5 of the paper: one approach, one line per attack.
    private static func attacksFigure(_ all: [Measurement], _ approach: Approach) -> Figure? {
        let own = all.filter {
            $0.approach == approach && $0.statistic == .accuracy && $0.attack.hasPrefix("transmia") && $0.value != nil
        }
        let series = unique(own.map(\.attack)).map { attack in
            Figure.Series(
                name: Phrase(verbatim: attack),
                style: .lines,
                points: points(own.filter { $0.attack == attack })
            )
        }
        let name = Phrase.Value.phrase(Phrase(key: "approach-name.\(approach.rawValue)"))
        return figure(
            "attacks-\(approach.rawValue)",
            Phrase(key: "figure.attacks", ["approach": name]),
            Phrase(key: "figure.attacks-alternative", ["approach": name]),
            .accuracy,
            series
        )
    }

    private static func figure(
        _ id: String,
        _ title: Phrase,
        _ alternative: Phrase,
        _ statistic: Statistic,
        _ series: [Figure.Series]
    ) -> Figure? {
        let sizes = series.flatMap(\.points).map(\.x)
        guard let low = sizes.min(), let high = sizes.max() else { return nil }
        var series = series
        if let chance = statistic.chance {
            let line = [Figure.Point(x: low, y: chance), Figure.Point(x: high, y: chance)]
            series.append(Figure.Series(name: Phrase(key: "figure.chance"), style: .reference, points: line))
        }
        return Figure(
            id: id,
            title: title,
            alternative: alternative,
            x: Figure.Axis(title: Phrase(key: "figure.size-axis")),
            y: Figure.Axis(title: statistic.title),
            series: series
        )
    }

    private static func points(_ measurements: [Measurement]) -> [Figure.Point] {
        measurements.compactMap { measurement in
            measurement.value.map {
                Figure.Point(x: Double(measurement.shadowSize), y: $0, error: measurement.standardDeviation)
            }
        }.sorted { $0.x < $1.x }
    }

    private static func unique<Element: Hashable>(_ values: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return values.filter { seen.insert($0).inserted }
    }
}
