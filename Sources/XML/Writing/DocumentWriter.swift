import CLibXML2
import Diagnostics

/// Builds libxml2's tree from an `XMLElement` and lets libxml2 serialise it.
struct DocumentWriter {
    private let tree: xmlDocPtr
    private let indent: Bool

    static func write(_ root: XMLElement, indent: Bool) throws(XMLError) -> [UInt8] {
        try MessageTrap.during(file: root.name) { _ throws(XMLError) -> [UInt8] in
            guard let tree = xmlNewDoc("1.0") else { throw XMLError.noMemory(root.name) }
            defer { xmlFreeDoc(tree) }
            let writer = DocumentWriter(tree: tree, indent: indent)
            let node = try writer.node(root)
            xmlDocSetRootElement(tree, node)
            try writer.fill(node, with: root, namespace: nil, depth: 0)
            return try writer.bytes(name: root.name)
        }
    }

    private func node(_ element: XMLElement) throws(XMLError) -> xmlNodePtr {
        guard Self.isName(element.name) else { throw invalid(element.name) }
        guard let node = xmlNewDocNode(tree, nil, element.name, nil) else { throw XMLError.noMemory(element.name) }
        return node
    }

    /// Adds namespace, attributes and children to a node that already hangs in the tree.
    private func fill(
        _ node: xmlNodePtr,
        with element: XMLElement,
        namespace inherited: xmlNsPtr?,
        depth: Int
    ) throws(XMLError) {
        var namespace = inherited
        if let uri = element.namespace { namespace = xmlNewNs(node, XMLCharacters.carried(uri), nil) }
        xmlSetNs(node, namespace)
        for (name, value) in element.attributes {
            guard Self.isName(name) || Self.reserved.contains(name) else { throw invalid(name) }
            guard xmlSetProp(node, name, XMLCharacters.carried(value)) != nil else { throw XMLError.noMemory(name) }
        }
        let isLaidOut = indent && !element.children.isEmpty && !element.children.contains(where: \.isText)
        for child in element.children {
            if isLaidOut { try text("\n" + String(repeating: "  ", count: depth + 1), into: node) }
            switch child {
            case .text(let content): try text(XMLCharacters.carried(content), into: node)
            case .document(let bytes, let name): try importRoot(bytes, name: name, into: node)
            case .element(let element):
                let child = try self.node(element)
                xmlAddChild(node, child)
                try fill(child, with: element, namespace: namespace, depth: depth + 1)
            }
        }
        if isLaidOut { try text("\n" + String(repeating: "  ", count: depth), into: node) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.utf8.contains(0) && xmlValidateNCName(name, 0) == 0
    }

    /// The only prefix a written attribute may have.
    private static let reserved: Set = ["xml:lang", "xml:space", "xml:id", "xml:base"]

    private func text(_ content: String, into parent: xmlNodePtr) throws(XMLError) {
        guard !content.isEmpty else { return }
        guard let node = xmlNewDocText(tree, content) else { throw XMLError.noMemory("text") }
        xmlAddChild(parent, node)
    }

    private func importRoot(_ bytes: [UInt8], name: String, into parent: xmlNodePtr) throws(XMLError) {
        let document = try XMLDocument.read(bytes: bytes, name: name)
        guard let copy = xmlDocCopyNode(document.root.node, tree, 1) else { throw XMLError.noMemory(name) }
        // Without this an imported root in no namespace would slip into the parent's default one.
        if copy.pointee.ns == nil { xmlNewNs(copy, "", nil) }
        xmlAddChild(parent, copy)
    }

    private func bytes(name: String) throws(XMLError) -> [UInt8] {
        var memory: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        xmlDocDumpMemoryEnc(tree, &memory, &count, "UTF-8")
        guard let memory else { throw XMLError.noMemory(name) }
        defer { layeraudit_xml_free(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
    }

    private func invalid(_ name: String) -> XMLError {
        XMLError(
            code: .invalidName,
            summary: "'\(XMLCharacters.carried(name))' cannot be the name of an element or attribute",
            location: .run,
            remedy: "Use a name that starts with a letter and holds letters, digits, '-', '.' and '_' only."
        )
    }
}

extension XMLElement.Child {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
