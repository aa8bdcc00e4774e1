import Diagnostics
import Testing

@testable import XML

@Suite struct XSLTransformTests {
    static func sheet(_ body: String, output: String = "<xsl:output method='html' encoding='UTF-8'/>") -> [UInt8] {
        Array(
            """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="urn:t"
                exclude-result-prefixes="t">
            \(output)
            <xsl:param name="title" select="'none'"/>
            \(body)
            </xsl:stylesheet>
            """.utf8
        )
    }

    @Test func htmlWithParameters() throws {
        let transform = try XSLTransform.load(
            bytes: Self.sheet(
                """
                <xsl:template match="/t:a"><html><body title="{$title}"><br/><xsl:for-each select="t:b">
                <p><xsl:value-of select="."/></p></xsl:for-each></body></html></xsl:template>
                """
            ),
            name: "r.xsl"
        )
        let document = try XMLDocument.of("<a xmlns='urn:t'><b>x &lt; ü</b></a>")
        for title in ["plain", "it's", "\"both\" & 'both'"] {
            let output = try transform.apply(to: document, parameters: ["title": title])
            #expect(output.text.contains("<p>x &lt; ü</p>"))
            #expect(output.text.contains("<br>"))
            #expect(!output.text.contains("<?xml"))
            let written = title.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            #expect(output.text.contains("<body title=\"\(written)\">"))
            #expect(output.messages.isEmpty)
        }
    }

    @Test func xmlOutput() throws {
        let sheet = Self.sheet(
            "<xsl:template match='/'><r><xsl:copy-of select='*'/></r></xsl:template>",
            output: "<xsl:output method='xml' omit-xml-declaration='yes'/>"
        )
        let output = try XSLTransform.load(bytes: sheet, name: "r.xsl").apply(to: .of("<a/>"))
        #expect(output.text == "<r><a/></r>\n")
    }

    @Test func messages() throws {
        let sheet = Self.sheet("<xsl:template match='/'><xsl:message>100 %s said</xsl:message><r/></xsl:template>")
        let output = try XSLTransform.load(bytes: sheet, name: "r.xsl").apply(to: .of("<a/>"))
        #expect(output.messages.contains("100 %s said"))
    }

    @Test(
        arguments: [
            "<xsl:template match='/'><xsl:message terminate='yes'>stop</xsl:message></xsl:template>",
            "<xsl:template match='/'><xsl:value-of select='nothing()'/></xsl:template>",
            "<xsl:template match='/'><xsl:copy-of select=\"document('file:///etc/hostname')\"/></xsl:template>",
            "<xsl:template match='/'><xsl:copy-of select=\"document('http://127.0.0.1:1/')\"/></xsl:template>",
            "<xsl:template match='/' name='n'><xsl:call-template name='n'/></xsl:template>",
        ]
    )
    func failures(_ body: String) throws {
        let transform = try XSLTransform.load(bytes: Self.sheet(body), name: "r.xsl")
        let error = error { () throws(XMLError) in try transform.apply(to: .of("<a/>")) }
        #expect(error?.code == .transformFailed)
        #expect(error?.location == .file("r.xsl"))
        #expect(error?.cause?.isEmpty == false)
    }

    @Test func writingFilesIsForbidden() throws {
        let body =
            "<xsl:template match='/'><e:document xmlns:e='http://exslt.org/common' href='/tmp/never.xml'/></xsl:template>"
        let sheet = Self.sheet(body).map { $0 }
        let text = String(decoding: sheet, as: UTF8.self)
            .replacing(
                "version=\"1.0\"",
                with: "version=\"1.0\" xmlns:e='http://exslt.org/common' extension-element-prefixes='e'"
            )
        let transform = try XSLTransform.load(bytes: Array(text.utf8), name: "r.xsl")
        #expect(error { () throws(XMLError) in try transform.apply(to: .of("<a/>")) }?.code == .transformFailed)
    }

    @Test(
        arguments: [
            "<xsl:template match='['/>", "<xsl:template/>", "<xsl:include href='other.xsl'/>",
        ]
    )
    func brokenStylesheets(_ body: String) {
        let error = error { () throws(XMLError) in try XSLTransform.load(bytes: Self.sheet(body), name: "r.xsl") }
        #expect(error?.code == .invalidStylesheet)
        #expect(error?.cause?.isEmpty == false)
    }

    @Test func notAStylesheet() {
        let error = error { () throws(XMLError) in try XSLTransform.load(bytes: Array("<a/>".utf8), name: "r.xsl") }
        #expect(error?.code == .invalidStylesheet)
    }
}
