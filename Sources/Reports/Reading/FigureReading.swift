import AuditCore

/// The figures as data; their drawings stay in the document.
enum FigureReading {
    static func figures(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [Figure] {
        var result: [Figure] = []
        for node in root.list("figures", of: "figure") {
            var series: [Figure.Series] = []
            for child in node.children("series") { series.append(try Self.series(child, phrases)) }
            let anchor = try node.string("id")
            result.append(
                Figure(
                    id: anchor.hasPrefix("figure-") ? String(anchor.dropFirst("figure-".count)) : anchor,
                    title: phrases(node.text(of: "title")),
                    alternative: phrases(node.text(of: "alternative")),
                    x: try axis(try node.child("x"), phrases),
                    y: try axis(try node.child("y"), phrases),
                    series: series
                )
            )
        }
        return result
    }

    private static func axis(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> Figure.Axis {
        Figure.Axis(
            title: phrases(node.text),
            isLogarithmic: node.truth("logarithmic"),
            range: try range(node, "low", "high"),
            step: try node.optionalNumber("step")
        )
    }

    private static func range(
        _ node: RecordNode,
        _ low: String,
        _ high: String
    ) throws(ReportError) -> ClosedRange<Double>? {
        guard let low = try node.optionalNumber(low), let high = try node.optionalNumber(high), low <= high else {
            return nil
        }
        return low...high
    }

    private static func series(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> Figure.Series {
        var points: [Figure.Point] = []
        for point in node.children("point") {
            points.append(
                Figure.Point(
                    x: try point.number("x"),
                    y: try point.number("y"),
                    error: try point.optionalNumber("error"),
                    horizontal: try range(point, "left", "right"),
                    vertical: try range(point, "low", "high"),
                    label: point.optional("label")
                )
            )
        }
        return Figure.Series(name: phrases(try node.string("name")), style: try node.word("style"), points: points)
    }
}
