import AuditCore
import XML

/// The figures: data and drawing.
enum FigurePart {
    static func element(_ drawings: [FigureDrawing], _ book: PhraseBook) -> XMLElement {
        XMLElement("figures", children: drawings.map { .element(figure($0, book)) })
    }

    private static func figure(_ drawing: FigureDrawing, _ book: PhraseBook) -> XMLElement {
        let figure = drawing.figure
        var element = XMLElement("figure", attributes: [("id", drawing.anchor)])
        element.append(XMLElement("title", text: book.say(figure.title)))
        element.append(XMLElement("alternative", text: book.say(figure.alternative)))
        element.append(axis("x", figure.x, book))
        element.append(axis("y", figure.y, book))
        for series in figure.series { element.append(Self.series(series, book)) }
        element.append(Self.drawing(drawing, book))
        return element
    }

    private static func axis(_ name: String, _ axis: Figure.Axis, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            name,
            attributes: [
                ("logarithmic", NumberText.of(axis.isLogarithmic)),
                ("low", NumberText.of(axis.range?.lowerBound)), ("high", NumberText.of(axis.range?.upperBound)),
                ("step", NumberText.of(axis.step)),
            ],
            text: book.say(axis.title)
        )
    }

    private static func series(_ series: Figure.Series, _ book: PhraseBook) -> XMLElement {
        XMLElement(
            "series",
            attributes: [("name", book.say(series.name)), ("style", series.style.rawValue)],
            children: series.points.map { point in
                let attributes: [(String, String?)] = [
                    ("x", NumberText.of(point.x)), ("y", NumberText.of(point.y)),
                    ("error", NumberText.of(point.error)),
                    ("left", NumberText.of(point.horizontal?.lowerBound)),
                    ("right", NumberText.of(point.horizontal?.upperBound)),
                    ("low", NumberText.of(point.vertical?.lowerBound)),
                    ("high", NumberText.of(point.vertical?.upperBound)), ("label", point.label),
                ]
                return .element(XMLElement("point", attributes: attributes))
            }
        )
    }

    private static func drawing(_ drawing: FigureDrawing, _ book: PhraseBook) -> XMLElement {
        switch drawing.result {
        case .success(let svg): XMLElement("drawing", children: [.element(svg)])
        case .failure(let problem):
            XMLElement("drawing", attributes: [("note", note(problem).text(in: book.language))])
        }
    }

    private static func note(_ problem: ReportError) -> Phrase {
        switch problem.code {
        case .drawingToolMissing: Phrase(key: "note.drawing-tool-missing")
        case .drawingTimedOut: Phrase(key: "note.drawing-timed-out")
        default: Phrase(key: "note.drawing-failed")
        }
    }
}
