import AuditCore

/// Accuracy, precision and recall against the shadow size, with error bars of one standard deviation over repeats.
enum SizeFigures {
    static func all(_ measurements: [Measurement]) -> [Figure] {
        let attacks = unique(measurements.filter { $0.approach != .none }.map(\.attack))
        let byAttack = attacks.flatMap { attack in
            [Statistic.accuracy, .precision, .recall].compactMap { figure(measurements, attack: attack, $0) }
        }
        return byAttack + [Approach.freezing, .fineTuning].compactMap { attacksFigure(measurements, $0) }
    }

    /// Figure 4 of the paper: one attack, one line per approach.
    private static func figure(_ all: [Measurement], attack: String, _ statistic: Statistic) -> Figure? {
        let own = all.filter { $0.attack == attack && $0.statistic == statistic && $0.value != nil }
        let series = unique(own.map(\.approach)).map { approach in
            Figure.Series(
                name: Figures.title(approach),
                style: .lines,
                points: points(own.filter { $0.approach == approach })
            )
        }
        return figure(
            "size-\(attack)-\(statistic.rawValue)",
            "\(statistic.title) of \(attack) against shadow size",
            "\(statistic.title) of the attack \(attack) for each number of records per shadow model, one line per approach.",
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
            Figure.Series(name: attack, style: .lines, points: points(own.filter { $0.attack == attack }))
        }
        return figure(
            "attacks-\(approach.rawValue)",
            "Accuracy of the attacks under \(approach.rawValue)",
            "Accuracy of each TransMIA attack for each number of records per shadow model, under \(approach.rawValue).",
            .accuracy,
            series
        )
    }

    private static func figure(
        _ id: String,
        _ title: String,
        _ alternative: String,
        _ statistic: Statistic,
        _ series: [Figure.Series]
    ) -> Figure? {
        let sizes = series.flatMap(\.points).map(\.x)
        guard let low = sizes.min(), let high = sizes.max() else { return nil }
        var series = series
        if let chance = statistic.chance {
            let line = [Figure.Point(x: low, y: chance), Figure.Point(x: high, y: chance)]
            series.append(Figure.Series(name: "chance", style: .reference, points: line))
        }
        return Figure(
            id: id,
            title: title,
            alternative: alternative,
            x: Figure.Axis(title: "records per shadow model"),
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
