import AuditCore
import XML

/// Turns gnuplot's SVG into one that is accessible, scalable and readable on any background.
///
/// Fixed black becomes `currentColor`, series colours become style variables, ids get the figure's anchor as prefix,
/// the size gives way to the view box, and stand-ins become the true texts.
struct ThemedDrawing {
    private static let svg = "http://www.w3.org/2000/svg"

    let figure: Figure
    let language: Language
    let anchor: String
    let script: GnuplotScript

    /// The drawing as an element in the SVG namespace; nil when the document is no SVG.
    func element(from document: XMLDocument) -> XMLElement? {
        guard document.root.name == "svg", let box = document.root.attribute("viewBox") else { return nil }
        var root = XMLElement(
            "svg",
            namespace: Self.svg,
            attributes: [
                ("viewBox", box), ("role", "img"), ("aria-labelledby", "\(anchor)-title \(anchor)-desc"),
                ("font-family", "sans-serif"), ("color", "currentColor"),
            ]
        )
        root.append(XMLElement("title", attributes: [("id", "\(anchor)-title")], text: figure.title.text(in: language)))
        root.append(
            XMLElement("desc", attributes: [("id", "\(anchor)-desc")], text: figure.alternative.text(in: language))
        )
        for child in document.root.children where child.name != "title" && child.name != "desc" {
            if let kept = kept(child) { root.append(kept) }
        }
        return root
    }

    private func kept(_ node: XMLNode) -> XMLElement? {
        if node.name == "filter" || node.name == "title" || isBackground(node) || isEraser(node) { return nil }
        let children = node.children
        if node.name == "g" && children.isEmpty { return nil }
        var element = XMLElement(node.name, attributes: attributes(of: node))
        if let name = plotName(node) { element.append(XMLElement("title", text: name)) }
        if node.name == "text" || node.name == "tspan" { element.children = [.text(text(of: node))] }
        let kept = children.compactMap { self.kept($0) }
        if node.name == "g" && kept.isEmpty { return nil }
        for child in kept { element.append(child) }
        return element
    }

    /// gnuplot covers its whole canvas with an invisible rectangle.
    private func isBackground(_ node: XMLNode) -> Bool {
        node.name == "rect" && node.attribute("fill") == "none" && node.attribute("x") == "0"
    }

    /// gnuplot clears the place of a marker with a white one, which would show on any other background.
    private func isEraser(_ node: XMLNode) -> Bool { node.name == "use" && node.attribute("color") == "white" }

    /// The series behind a group such as `gnuplot_plot_3`, counted from 1.
    private func plotName(_ node: XMLNode) -> String? {
        guard let id = node.attribute("id"), id.hasPrefix("gnuplot_plot_"), let number = Int(id.dropFirst(13)),
            script.plots.indices.contains(number - 1)
        else { return nil }
        return script.plots[number - 1]
    }

    private func text(of node: XMLNode) -> String {
        let text = node.text.trimmingBlanks
        return script.labels.texts[text] ?? text
    }

    private func attributes(of node: XMLNode) -> [(String, String?)] {
        var result: [(String, String?)] = []
        var style: [String] = []
        for attribute in node.attributes {
            switch attribute.name {
            case "id": result.append(("id", "\(anchor)-\(attribute.value)"))
            case "href" where attribute.value.hasPrefix("#"):
                result.append(("href", "#\(anchor)-\(attribute.value.dropFirst())"))
            case "href", "font-family", "class": break
            case "stroke", "fill", "color":
                paint(attribute, result: &result, style: &style)
            default: result.append((attribute.name, attribute.value))
            }
        }
        if !style.isEmpty { result.append(("style", style.joined(separator: ";"))) }
        return result
    }

    private func paint(_ attribute: XMLAttribute, result: inout [(String, String?)], style: inout [String]) {
        let paint = DrawingPaint(attribute.value)
        switch paint {
        case .series(let look): style.append("\(attribute.name):var(\(look.variable),\(look.color))")
        case .none: result.append((attribute.name, "none"))
        case .ink: if attribute.name != "color" { result.append((attribute.name, "currentColor")) }
        }
    }
}
