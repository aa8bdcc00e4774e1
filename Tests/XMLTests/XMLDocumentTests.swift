import Diagnostics
import Foundation
import Testing

@testable import XML

@Suite struct XMLDocumentTests {
    @Test func elementsAttributesTextAndLines() throws {
        let document = try XMLDocument.of(
            """
            <?xml version="1.0"?>
            <a xmlns="urn:x" p="1" xml:lang="de">
              <b/>text<b q="&lt;ä"><![CDATA[<c>]]></b>
            </a>
            """
        )
        let root = document.root
        #expect(root.name == "a")
        #expect(root.namespace == "urn:x")
        #expect(root.line == 2)
        #expect(root.attributes.map(\.name) == ["p", "lang"])
        #expect(root.attribute("p") == "1")
        #expect(root.attribute("lang") == nil)
        #expect(root.children.map(\.name) == ["b", "b"])
        #expect(root.children.map(\.line) == [3, 3])
        #expect(root.children("b").last?.attribute("q") == "<ä")
        #expect(root.children("b").last?.text == "<c>")
        #expect(root.child("c") == nil)
    }

    @Test func nodesKeepTheirDocument() throws {
        let node = try XMLDocument.of("<a><b>x</b></a>").root.children[0]
        #expect(node.text == "x")
    }

    @Test func linesBeyondSixteenBits() throws {
        let lines = String(repeating: "<r/>\n", count: 70_000)
        let document = try XMLDocument.of("<a>\n\(lines)<last><in/></last></a>")
        #expect(document.root.children.last?.line == 70_002)
        #expect(document.root.children.last?.children.first?.line == 70_002)
        #expect(document.root.children[69_000].line == 69_002)
    }

    @Test func longTextIsRead() throws {
        let text = String(repeating: "0123456789", count: 1_500_000)
        let document = try XMLDocument.of("<a d=\"\(text)\">\(text)</a>")
        #expect(document.root.text.utf8.count == 15_000_000)
        #expect(document.root.attribute("d")?.utf8.count == 15_000_000)
    }

    @Test(arguments: ["", "  ", "plain", "<a>", "<a></b>", "<a b='1' b='2'/>", "<p:a/>", "<a>\u{1}</a>"])
    func malformed(_ text: String) {
        #expect(error { () throws(XMLError) in try XMLDocument.of(text) }?.code == .notWellFormed)
    }

    @Test func malformedHasLineAndColumn() {
        let error = error { () throws(XMLError) in try XMLDocument.of("<a>\n  <b></c>\n</a>", name: "p.xml") }
        #expect(error?.location == .file("p.xml", line: 2, column: 10))
        #expect(error?.id == "xml.not-well-formed")
    }

    @Test func deepNestingEndsInAnError() {
        let text = String(repeating: "<a>", count: 200_000)
        #expect(error { () throws(XMLError) in try XMLDocument.of(text) }?.code == .notWellFormed)
    }

    @Test func missingFileFolderAndSize() throws {
        let folder = FileManager.default.temporaryDirectory.path
        #expect(error { () throws(XMLError) in try XMLDocument.read(path: "/no/such.xml") }?.code == .fileNotFound)
        #expect(error { () throws(XMLError) in try XMLDocument.read(path: folder) }?.code == .unreadable)
        let path = folder + "/xml-\(UUID().uuidString).xml"
        try Data("<a>1</a>".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try XMLDocument.read(path: path).root.text == "1")
        let error = error { () throws(XMLError) in try XMLDocument.read(path: path, maximumBytes: 7) }
        #expect(error?.code == .tooLarge)
        #expect(error?.location == .file(path))
    }
}
