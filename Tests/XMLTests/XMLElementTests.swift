import Diagnostics
import Testing

@testable import XML

@Suite struct XMLElementTests {
    static let hostile = [
        "<&\"'>", "]]>", "a\r\nb\tc\n", "  edges  ", "Zürich 東京 🩻", "-->", "<![CDATA[x]]>", "&amp;lt;",
        "\u{85}\u{2028}",
        "e\u{301}", "<script>alert(1)</script>",
    ]

    @Test(arguments: hostile) func roundTrip(_ text: String) throws {
        let element = XMLElement(
            "a",
            namespace: "urn:x",
            attributes: [("p", text)],
            children: [.element(XMLElement("b", text: text)), .element(XMLElement("c", children: [.text(text)]))]
        )
        for indent in [true, false] {
            let root = try XMLDocument.read(bytes: element.serialized(indent: indent), name: "out.xml").root
            #expect(root.attribute("p").map { Array($0.utf8) } == Array(text.utf8))
            #expect(root.children.map { Array($0.text.utf8) } == [Array(text.utf8), Array(text.utf8)])
            #expect(root.children.map(\.namespace) == ["urn:x", "urn:x"])
        }
    }

    @Test func charactersXMLCannotCarry() throws {
        let text = "a\u{0}b\u{1}c\u{1B}d\u{FFFE}e\u{FFFF}f\u{7F}"
        let bytes = try XMLElement("a", attributes: [("p", text)], text: text).serialized()
        let root = try XMLDocument.read(bytes: bytes, name: "out.xml").root
        #expect(root.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{7F}")
        #expect(root.attribute("p") == root.text)
    }

    @Test func layout() throws {
        let element = XMLElement(
            "a",
            namespace: "urn:x",
            attributes: [("z", "1"), ("b", nil), ("a", "2"), ("z", "3")],
            children: [
                .element(XMLElement("b", children: [.element(XMLElement("c"))])), .element(XMLElement("d", text: "")),
            ]
        )
        #expect(
            try String(decoding: element.serialized(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a xmlns="urn:x" z="3" a="2">
                  <b>
                    <c/>
                  </b>
                  <d/>
                </a>

                """
        )
    }

    @Test(arguments: ["", "a b", "1a", "a:b", "<x>", "a\u{0}"]) func names(_ name: String) {
        #expect(error { () throws(XMLError) in try XMLElement(name).serialized() }?.code == .invalidName)
        let attribute = XMLElement("a", attributes: [(name, "1")])
        #expect(error { () throws(XMLError) in try attribute.serialized() }?.code == .invalidName)
    }

    @Test func importedDocumentKeepsItsNamespaceAndLayout() throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg'><text><tspan>a</tspan><tspan>b</tspan></text></svg>"
        let element = XMLElement(
            "figure",
            namespace: "urn:x",
            children: [.document(Array(svg.utf8), name: "f.svg"), .document(Array("<plain/>".utf8), name: "p.xml")]
        )
        let bytes = try element.serialized()
        let root = try XMLDocument.read(bytes: bytes, name: "out.xml").root
        #expect(root.children.map(\.namespace) == ["http://www.w3.org/2000/svg", nil])
        #expect(String(decoding: bytes, as: UTF8.self).contains("<text><tspan>a</tspan><tspan>b</tspan></text>"))
    }

    @Test func importedDocumentMustBeWellFormed() {
        let element = XMLElement("figure", children: [.document(Array("<svg>".utf8), name: "f.svg")])
        let error = error { () throws(XMLError) in try element.serialized() }
        #expect(error?.code == .notWellFormed)
        #expect(error?.location == .file("f.svg", line: 1, column: 6))
    }
}
