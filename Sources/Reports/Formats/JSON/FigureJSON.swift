import AuditCore

/// The figures as data.
enum FigureJSON {
    static func figure(_ figure: Figure) -> JSONValue {
        .members([
            "id": .string(figure.id), "title": .said(figure.title), "alternative": .said(figure.alternative),
            "x": axis(figure.x), "y": axis(figure.y), "series": .list(figure.series, series),
        ])
    }

    private static func axis(_ axis: Figure.Axis) -> JSONValue {
        .members([
            "title": .said(axis.title), "logarithmic": .truth(axis.isLogarithmic),
            "low": .figure(axis.range?.lowerBound), "high": .figure(axis.range?.upperBound), "step": .figure(axis.step),
        ])
    }

    private static func series(_ series: Figure.Series) -> JSONValue {
        .members([
            "name": .said(series.name), "style": .string(series.style.rawValue),
            "points": .list(series.points, point),
        ])
    }

    private static func point(_ point: Figure.Point) -> JSONValue {
        let members: [String: JSONValue?] = [
            "x": .figure(point.x), "y": .figure(point.y), "error": .figure(point.error),
            "left": .figure(point.horizontal?.lowerBound), "right": .figure(point.horizontal?.upperBound),
            "low": .figure(point.vertical?.lowerBound), "high": .figure(point.vertical?.upperBound),
            "label": .text(point.label),
        ]
        return .members(members)
    }
}
