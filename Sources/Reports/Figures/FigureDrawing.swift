import AuditCore
import XML

/// A figure with its anchor and what became of drawing it.
public struct FigureDrawing: Sendable {
    /// The figure's data.
    public let figure: Figure
    /// The element id of the figure, unique in the report and a valid XML name.
    public let anchor: String
    /// The drawing as an SVG element, or why there is none.
    public let result: Result<XMLElement, ReportError>

    /// Why there is no drawing; nil when there is one.
    public var problem: ReportError? {
        if case .failure(let error) = result { error } else { nil }
    }

    /// Draws figures, with labels in `language`; one that cannot be drawn keeps its data and says why.
    public static func draw(
        _ figures: [Figure],
        with artist: Gnuplot,
        in language: Language = .english
    ) -> [FigureDrawing] {
        zip(figures, anchors(figures)).map { figure, anchor in
            let result = Result { () throws(ReportError) in try artist.draw(figure, anchor: anchor, in: language) }
            return FigureDrawing(figure: figure, anchor: anchor, result: result)
        }
    }

    /// The drawing, or, where it failed, the record's own with its labels in `language`.
    func keeping(_ svg: XMLNode, in language: Language) -> FigureDrawing {
        guard problem != nil else { return self }
        let element = RelabelledDrawing(figure, in: language).element(svg)
        return FigureDrawing(figure: figure, anchor: anchor, result: .success(element))
    }

    /// Figures without drawings, for a record that must not depend on what is installed.
    public static func undrawn(_ figures: [Figure], because problem: ReportError) -> [FigureDrawing] {
        zip(figures, anchors(figures)).map { figure, anchor in
            FigureDrawing(figure: figure, anchor: anchor, result: .failure(problem))
        }
    }

    /// An anchor per figure: its id in letters XML and CSS allow, numbered where two would be the same.
    private static func anchors(_ figures: [Figure]) -> [String] {
        var taken: Set<String> = []
        return figures.map { figure in
            let letters = figure.id.prefix(60).map { character in
                let isPlain = character.isASCII && (character.isLetter || character.isNumber || character == "-")
                return isPlain ? character : "-"
            }
            let wanted = "figure-" + String(letters)
            var anchor = wanted
            var number = 2
            while !taken.insert(anchor).inserted {
                anchor = "\(wanted)-\(number)"
                number += 1
            }
            return anchor
        }
    }
}
