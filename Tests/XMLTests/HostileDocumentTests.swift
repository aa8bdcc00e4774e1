import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import XML

@Suite struct HostileDocumentTests {
    static let laughs =
        "<!DOCTYPE l [\n<!ENTITY a0 \"ha\">\n"
        + (1...20).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">\n" }.joined()
        + "]>\n<l>&a20;</l>"

    @Test(
        arguments: [
            laughs,
            "<!DOCTYPE l [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>",
            "<!DOCTYPE l [\n<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]><l/>",
            "<!DOCTYPE l [\n<!ENTITY x \"y\">]><l/>",
            "<!DOCTYPE l [\n<!ATTLIST b c CDATA \"long default\">]><l><b/></l>",
        ]
    )
    func declarationsAreRefused(_ text: String) {
        let seconds = ThreadTime.measure {
            let error = error { () throws(XMLError) in try XMLDocument.of(text, name: "bomb.xml") }
            #expect(error?.code == .forbiddenEntity)
            #expect(error?.location == .file("bomb.xml", line: 2))
        }
        #expect(seconds < 2)
    }

    @Test func undeclaredReferences() {
        let plain = error { () throws(XMLError) in try XMLDocument.of("<a>\n&x;</a>") }
        #expect(plain?.code == .forbiddenEntity)
        #expect(plain?.location == .file("test.xml", line: 2, column: 4))
        let external = error { () throws(XMLError) in
            try XMLDocument.of("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a>&x;</a>")
        }
        #expect(external?.code == .forbiddenEntity)
        let attribute = error { () throws(XMLError) in
            try XMLDocument.of("<!DOCTYPE a SYSTEM \"a.dtd\"><a b=\"&x;\"/>")
        }
        #expect(attribute?.code == .forbiddenEntity)
    }

    @Test func externalSubsetIsNotLoaded() throws {
        let text = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://127.0.0.1:1/svg11.dtd\"><svg>1</svg>"
        #expect(try XMLDocument.of(text).root.text == "1")
    }

    @Test func tooManyElements() {
        let text = "<a>" + String(repeating: "<b c='' d='' e='' f=''/>", count: 900_000) + "</a>"
        #expect(error { () throws(XMLError) in try XMLDocument.of(text) }?.code == .tooLarge)
    }

    @Test func nothingIsWrittenToStandardError() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            for text in ["<a", HostileDocumentTests.laughs, "<p:a/>"] { _ = try? XMLDocument.of(text) }
            _ = try? XMLSchema.load(bytes: Array("<schema/>".utf8), name: "s.xsd")
            _ = try? XSLTransform.load(bytes: Array("<x/>".utf8), name: "s.xsl")
            let body = "<xsl:template match='/'><xsl:value-of select='nothing()'/></xsl:template>"
            let transform = try? XSLTransform.load(bytes: XSLTransformTests.sheet(body), name: "s.xsl")
            _ = try? transform?.apply(to: .of("<a/>"))
        }
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }
}
