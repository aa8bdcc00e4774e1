import AuditCore

/// The figures of a depth curve: leakage, with the floor of an adversary who gets nothing, and the recipient's accuracy.
public enum DepthFigures {
    /// The id of the figure of leakage, and of that of the recipient's accuracy.
    public static let ids = ["depth-leakage", "depth-utility"]

    /// Both, as far as there is something to draw.
    public static func all(_ curve: DepthCurve) -> [Figure] {
        [leakage(curve), utility(curve)].compactMap(\.self)
    }

    private static func leakage(_ curve: DepthCurve) -> Figure? {
        let series = lines(curve) { row in
            row.leakage.map { Figure.Point(x: x(row), y: $0.auc, error: error($0.auc, $0.interval)) }
        }
        guard !series.isEmpty, let span = span(curve) else { return nil }
        let floor = curve.baseline.leakage.map { floor in
            level("figure.depth-floor", floor.auc, error(floor.auc, floor.interval), span)
        }
        let chance = Figure.Series(
            name: Phrase(key: "figure.chance"),
            style: .reference,
            points: span.map { Figure.Point(x: $0, y: 0.5) }
        )
        return Figure(
            id: ids[0],
            title: Phrase(key: "figure.depth-leakage"),
            alternative: Phrase(key: "figure.depth-leakage-alternative"),
            x: axis,
            y: Figure.Axis(title: Phrase(key: "figure.depth-auc-axis")),
            series: series + [floor].compactMap(\.self) + [chance]
        )
    }

    private static func utility(_ curve: DepthCurve) -> Figure? {
        let series = lines(curve) { row in
            row.utility.map { Figure.Point(x: x(row), y: $0.accuracy, error: error($0.accuracy, $0.interval)) }
        }
        guard !series.isEmpty, let span = span(curve) else { return nil }
        let scratch = curve.baseline.utility.map { own in
            level("figure.depth-scratch", own.accuracy, error(own.accuracy, own.interval), span)
        }
        return Figure(
            id: ids[1],
            title: Phrase(key: "figure.depth-utility"),
            alternative: Phrase(key: "figure.depth-utility-alternative"),
            x: axis,
            y: Figure.Axis(title: Phrase(key: "figure.depth-accuracy-axis")),
            series: series + [scratch].compactMap(\.self)
        )
    }

    private static var axis: Figure.Axis {
        Figure.Axis(title: Phrase(key: "figure.depth-axis"), isLogarithmic: true)
    }

    private static func x(_ row: DepthRow) -> Double { Double(max(1, row.sharedParameters)) }

    /// The larger half of an interval, so that a bar never shows less than it.
    private static func error(_ value: Double, _ interval: Interval) -> Double {
        max(interval.high - value, value - interval.low)
    }

    private static func span(_ curve: DepthCurve) -> [Double]? {
        let places = curve.rows.map(x)
        guard let low = places.min(), let high = places.max() else { return nil }
        return low < high ? [low, high] : [low / 2, high * 2]
    }

    private static func level(_ key: String, _ value: Double, _ error: Double, _ span: [Double]) -> Figure.Series {
        Figure.Series(
            name: Phrase(key: key),
            style: .band,
            points: span.map { Figure.Point(x: $0, y: value, error: error) }
        )
    }

    private static func lines(_ curve: DepthCurve, _ point: (DepthRow) -> Figure.Point?) -> [Figure.Series] {
        let approaches = curve.rows.map(\.approach).reduce(into: [Approach]()) { known, approach in
            if !known.contains(approach) { known.append(approach) }
        }
        return approaches.compactMap { approach in
            let points = curve.rows.filter { $0.approach == approach }.compactMap(point)
            guard !points.isEmpty else { return nil }
            return Figure.Series(name: Phrase(key: "approach.\(approach.rawValue)"), style: .lines, points: points)
        }
    }
}
