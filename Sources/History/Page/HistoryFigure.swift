import AuditCore

/// What each gate measured over the releases, as figures.
enum HistoryFigure {
    /// One figure per gate, in the order in which gates appear.
    static func curves(
        _ audits: [(audit: RegistryAudit, gates: [RegistryGate])]
    ) -> [(gate: String, figure: Figure)] {
        var order: [String] = []
        var points: [String: [(release: Int, gate: RegistryGate)]] = [:]
        for (place, entry) in audits.enumerated() {
            for gate in entry.gates {
                // A gate that changed what it judges is another curve.
                let key = "\(gate.gate)\n\(gate.statistic)"
                if points[key] == nil { order.append(key) }
                points[key, default: []].append((place + 1, gate))
            }
        }
        return order.compactMap { key in
            guard let rows = points[key], let last = rows.last?.gate, rows.contains(where: { $0.gate.measured != nil })
            else { return nil }
            return (last.gate, figure(last, rows))
        }
    }

    private static func figure(_ gate: RegistryGate, _ rows: [(release: Int, gate: RegistryGate)]) -> Figure {
        let statistic = Statistic(rawValue: gate.statistic)
        let title = statistic?.title ?? Phrase(verbatim: gate.statistic)
        func points(_ value: (RegistryGate) -> Double?) -> [Figure.Point] {
            rows.compactMap { row in value(row.gate).map { Figure.Point(x: Double(row.release), y: $0) } }
        }
        let measured = rows.compactMap { row in
            row.gate.measured.map { value in
                let ends = row.gate.low.flatMap { low in row.gate.high.map { ($0 - low) / 2 } }
                return Figure.Point(x: Double(row.release), y: value, error: ends.flatMap { $0.isFinite ? $0 : nil })
            }
        }
        var series = [
            Figure.Series(name: Phrase(key: "history.worst-case"), style: .lines, points: measured),
            Figure.Series(name: Phrase(key: "history.threshold"), style: .reference, points: points { $0.threshold }),
        ]
        if let chance = statistic?.chance {
            series.append(
                Figure.Series(name: Phrase(key: "history.guessing"), style: .reference, points: points { _ in chance })
            )
        }
        let values = rows.compactMap(\.gate.measured)
        let alternative = Phrase(
            key: "history.curve-alternative",
            [
                "statistic": .phrase(title),
                "audits": .phrase(Phrase(key: "history.audits", ["count": .count(values.count)])),
                "low": .number(values.min() ?? .nan, .short), "high": .number(values.max() ?? .nan, .short),
                "threshold": .number(gate.threshold, .short),
            ]
        )
        return Figure(
            id: gate.gate,
            title: Phrase(
                key: "history.curve",
                ["title": .phrase(Phrase(policyText: gate.title)), "gate": .words(gate.gate)]
            ),
            alternative: alternative,
            x: Figure.Axis(
                title: Phrase(key: "history.release-axis"),
                range: 0.5...(Double(rows.last?.release ?? 1) + 0.5)
            ),
            y: Figure.Axis(title: title),
            series: series
        )
    }
}
