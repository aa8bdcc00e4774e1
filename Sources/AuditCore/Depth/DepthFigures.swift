/// The figures of a depth curve: leakage, with the floor of an adversary who gets nothing, and the recipient's accuracy.
public enum DepthFigures {
    /// The id of the figure of leakage, and of that of the recipient's accuracy.
    public static let ids = ["depth-leakage", "depth-utility"]

    /// Both, as far as there is something to draw.
    public static func all(_ curve: DepthCurve) -> [Figure] {
        [leakage(curve), utility(curve)].compactMap(\.self)
    }

    private static func leakage(_ curve: DepthCurve) -> Figure? {
        figure(
            curve,
            id: ids[0],
            title: "figure.depth-leakage",
            alternative: "figure.depth-leakage-alternative",
            y: "figure.depth-auc-axis",
            floor: "figure.depth-floor",
            chance: 0.5
        ) { $0.leakage.map { ($0.auc, $0.interval) } }
    }

    private static func utility(_ curve: DepthCurve) -> Figure? {
        figure(
            curve,
            id: ids[1],
            title: "figure.depth-utility",
            alternative: "figure.depth-utility-alternative",
            y: "figure.depth-accuracy-axis",
            floor: "figure.depth-scratch"
        ) { $0.utility.map { ($0.accuracy, $0.interval) } }
    }

    /// One line per approach over the cuts, and the baseline's value as a level.
    private static func figure(
        _ curve: DepthCurve,
        id: String,
        title: String,
        alternative: String,
        y: String,
        floor: String,
        chance: Double? = nil,
        _ value: (DepthRow) -> (value: Double, interval: Interval)?
    ) -> Figure? {
        let series = lines(curve) { row in
            value(row).map { Figure.Point(x: x(row), y: $0.value, error: error($0.value, $0.interval)) }
        }
        guard !series.isEmpty, let span = span(curve) else { return nil }
        let ground = value(curve.baseline).map { level(floor, $0.value, error($0.value, $0.interval), span) }
        let reference = chance.map { chance in
            Figure.Series(
                name: Phrase(key: "figure.chance"),
                style: .reference,
                points: span.map { Figure.Point(x: $0, y: chance) }
            )
        }
        return Figure(
            id: id,
            title: Phrase(key: title),
            alternative: Phrase(key: alternative),
            x: Figure.Axis(title: Phrase(key: "figure.depth-axis"), isLogarithmic: true),
            y: Figure.Axis(title: Phrase(key: y)),
            series: series + [ground, reference].compactMap(\.self)
        )
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
