import AuditCore
import XML

/// The figures: data and drawing.
enum FigurePart {
    static func element(_ drawings: [FigureDrawing]) -> XMLElement {
        XMLElement("figures", children: drawings.map { .element(figure($0)) })
    }

    private static func figure(_ drawing: FigureDrawing) -> XMLElement {
        let figure = drawing.figure
        var element = XMLElement("figure", attributes: [("id", drawing.anchor)])
        element.append(XMLElement("title", text: figure.title))
        element.append(XMLElement("alternative", text: figure.alternative))
        element.append(axis("x", figure.x))
        element.append(axis("y", figure.y))
        for series in figure.series { element.append(Self.series(series)) }
        element.append(Self.drawing(drawing))
        return element
    }

    private static func axis(_ name: String, _ axis: Figure.Axis) -> XMLElement {
        XMLElement(
            name,
            attributes: [
                ("logarithmic", NumberText.of(axis.isLogarithmic)),
                ("low", NumberText.of(axis.range?.lowerBound)), ("high", NumberText.of(axis.range?.upperBound)),
            ],
            text: axis.title
        )
    }

    private static func series(_ series: Figure.Series) -> XMLElement {
        XMLElement(
            "series",
            attributes: [("name", series.name), ("style", series.style.rawValue)],
            children: series.points.map { point in
                let attributes: [(String, String?)] = [
                    ("x", NumberText.of(point.x)), ("y", NumberText.of(point.y)),
                    ("error", NumberText.of(point.error)),
                ]
                return .element(XMLElement("point", attributes: attributes))
            }
        )
    }

    private static func drawing(_ drawing: FigureDrawing) -> XMLElement {
        switch drawing.result {
        case .success(let svg): XMLElement("drawing", children: [.element(svg)])
        case .failure(let problem):
            XMLElement("drawing", attributes: [("note", "\(problem.summary). \(problem.remedy)")])
        }
    }
}
