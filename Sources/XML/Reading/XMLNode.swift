import CLibXML2
import Diagnostics

/// An element of a parsed document; keeps the document alive.
public struct XMLNode {
    /// The document it belongs to.
    public let document: XMLDocument
    let node: xmlNodePtr

    /// The name without prefix.
    public var name: String { String(xml: node.pointee.name) ?? "" }

    /// The namespace; nil for none.
    public var namespace: String? { node.pointee.ns.flatMap { String(xml: $0.pointee.href) } }

    /// The line (1-based) on which the start tag ends.
    public var line: Int { Self.line(of: node) ?? 0 }

    /// Which element of the document it is, in document order from 0; nil for one that was not parsed.
    public var ordinal: Int? { Self.ordinal(of: node) }

    /// The file and the line.
    public var location: Location { .file(document.name, line: line) }

    /// The attributes in document order.
    public var attributes: [XMLAttribute] {
        var result: [XMLAttribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            result.append(
                XMLAttribute(
                    name: String(xml: attribute.pointee.name) ?? "",
                    namespace: attribute.pointee.ns.flatMap { String(xml: $0.pointee.href) },
                    value: Self.content(UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self))
                )
            )
            next = attribute.pointee.next
        }
        return result
    }

    /// The value of the attribute `name` that is in no namespace; nil when there is none.
    public func attribute(_ name: String) -> String? {
        guard let value = xmlGetNoNsProp(node, name) else { return nil }
        defer { layeraudit_xml_free(value) }
        return String(xml: value)
    }

    /// The child elements in document order.
    public var children: [XMLNode] {
        var result: [XMLNode] = []
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE { result.append(XMLNode(document: document, node: child)) }
            next = child.pointee.next
        }
        return result
    }

    /// The child elements called `name`, in any namespace.
    public func children(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    /// The first child element called `name`; nil when there is none.
    public func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

    /// All text within, descendants' included, as it stands.
    public var text: String { Self.content(node) }

    private static func content(_ node: xmlNodePtr) -> String {
        guard let value = xmlNodeGetContent(node) else { return "" }
        defer { layeraudit_xml_free(value) }
        return String(xml: value) ?? ""
    }

    /// The ordinal of an element, or of the element an attribute or text belongs to.
    static func ordinal(of node: xmlNodePtr) -> Int? {
        var next: xmlNodePtr? = node
        while let current = next, current.pointee.type != XML_ELEMENT_NODE { next = current.pointee.parent }
        return next?.pointee._private.map { ElementPlace(packed: Int(bitPattern: $0)).ordinal }
    }

    /// The true line of an element, or of the element an attribute or text belongs to.
    static func line(of node: xmlNodePtr) -> Int? {
        var next: xmlNodePtr? = node
        while let current = next, current.pointee.type != XML_ELEMENT_NODE { next = current.pointee.parent }
        guard let element = next else { return nil }
        if let stored = element.pointee._private { return ElementPlace(packed: Int(bitPattern: stored)).line }
        let line = xmlGetLineNo(element)
        return line > 0 ? Int(line) : nil
    }
}

extension String {
    /// Copies libxml2's UTF-8; nil for nil.
    init?(xml text: UnsafePointer<xmlChar>?) {
        guard let text else { return nil }
        self = String(decodingCString: text, as: UTF8.self)
    }

    /// Copies libxml2's UTF-8; nil for nil.
    init?(xml text: UnsafeMutablePointer<xmlChar>?) { self.init(xml: text.map { UnsafePointer($0) }) }
}
