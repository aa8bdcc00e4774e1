import XML

/// The texts of a record, sorted by what they are.
enum RecordTexts {
    /// Elements that hold sentences, and attributes that do.
    private static let elements: Set<String> = [
        "reason", "sentence", "remedy", "evidence", "legalBasis", "rationale", "purpose", "limits", "alternative",
        "caveat", "heading", "reference", "score", "access", "knowledge", "outcome", "kind", "title", "x", "y",
    ]
    private static let attributes: Set<String> = ["method", "note", "training", "machine"]

    /// Every sentence but the audit's title and what a waiver's approver wrote, in the order of the document.
    static func sentences(_ root: XMLNode) -> [String] {
        root.children.filter { !["title", "phrases"].contains($0.name) }.flatMap { texts($0) }.filter { !$0.isEmpty }
    }

    private static func texts(_ node: XMLNode) -> [String] {
        guard !["waiver", "svg"].contains(node.name) else { return [] }
        var found = node.attributes.filter { isSaid($0.name, of: node.name) }.map(\.value)
        if elements.contains(node.name), node.children.isEmpty { found.append(node.text) }
        return found + node.children.flatMap { texts($0) }
    }

    private static func isSaid(_ attribute: String, of element: String) -> Bool {
        attributes.contains(attribute) || (attribute == "name" && ["kind", "series"].contains(element))
            || (attribute == "value" && element == "default")
    }

    /// Everything that is not a sentence: ids, figures, names.
    static func data(_ root: XMLNode) -> [String] {
        root.children.filter { $0.name != "phrases" }.flatMap { data(of: $0) }
    }

    private static func data(of node: XMLNode) -> [String] {
        guard node.name != "drawing" else { return [] }
        let own = node.attributes.filter { !isSaid($0.name, of: node.name) }.map {
            "\(node.name)/\($0.name)=\($0.value)"
        }
        let text = elements.contains(node.name) || !node.children.isEmpty ? [] : ["\(node.name)=\(node.text)"]
        return own + text + node.children.flatMap { data(of: $0) }
    }

    /// The labels in the drawings.
    static func labels(_ node: XMLNode) -> Set<String> {
        if node.name == "text" { return [node.text] }
        return node.children.filter { $0.name != "phrases" }.reduce(into: []) { $0.formUnion(labels($1)) }
    }
}
