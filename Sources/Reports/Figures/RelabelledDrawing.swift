import AuditCore
import XML

/// A drawing that a record holds, with the figure's labels in another language.
struct RelabelledDrawing {
    private let labels: [String: String]

    init(_ figure: Figure, in language: Language) {
        let phrases = [figure.title, figure.alternative, figure.x.title, figure.y.title] + figure.series.map(\.name)
        labels = Dictionary(
            phrases.flatMap { phrase in
                let text = phrase.text(in: language)
                return [(phrase.text, text), (FigureLabels.shown(phrase.text), FigureLabels.shown(text))]
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The drawing's element, with the namespace where it begins.
    func element(_ svg: XMLNode) -> XMLElement {
        var element = copy(svg)
        element.namespace = svg.namespace
        return element
    }

    private func copy(_ node: XMLNode) -> XMLElement {
        let attributes: [(String, String?)] = node.attributes.map { ($0.name, $0.value) }
        let children = node.children
        if children.isEmpty {
            return node.text.isEmpty
                ? XMLElement(node.name, attributes: attributes)
                : XMLElement(node.name, attributes: attributes, text: labels[node.text] ?? node.text)
        }
        return XMLElement(node.name, attributes: attributes, children: children.map { .element(copy($0)) })
    }
}
