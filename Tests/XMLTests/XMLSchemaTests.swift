import Diagnostics
import Testing

@testable import XML

@Suite struct XMLSchemaTests {
    static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t"
            elementFormDefault="qualified">
          <xs:element name="list"><xs:complexType><xs:sequence>
            <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
              <xs:attribute name="n" type="xs:int" use="required"/>
            </xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """

    static func load() throws(XMLError) -> XMLSchema {
        try XMLSchema.load(bytes: Array(schema.utf8), name: "list.xsd")
    }

    @Test func validDocumentHasNoProblems() throws {
        let schema = try Self.load()
        #expect(schema.validate(try .of("<list xmlns='urn:t'><item n='1'/></list>")) == [])
    }

    @Test func everyProblemHasItsLine() throws {
        let schema = try Self.load()
        let document = try XMLDocument.of(
            "<list xmlns='urn:t'>\n<item n='x'/>\n<item/>\n<item n='1' m='2'/>\n<other/>\n</list>",
            name: "l.xml"
        )
        let problems = schema.validate(document)
        #expect(Set(problems.map(\.location)) == Set((2...5).map { .file("l.xml", line: $0) }))
    }

    @Test func linesBeyondSixteenBits() throws {
        let items = String(repeating: "<item n='1'/>\n", count: 70_000)
        let document = try XMLDocument.of("<list xmlns='urn:t'>\n\(items)<item n='x'/></list>")
        #expect(try Self.load().validate(document).map(\.location) == [.file("test.xml", line: 70_002)])

    }

    @Test func otherNamespaceIsInvalid() throws {
        #expect(try Self.load().validate(.of("<list xmlns='urn:u'><item n='1'/></list>")).count == 1)
    }

    @Test func brokenSchemas() {
        let noSchema = error { () throws(XMLError) in try XMLSchema.load(bytes: Array("<a/>".utf8), name: "a.xsd") }
        #expect(noSchema?.code == .invalidSchema)
        let text = Self.schema.replacing("xs:int", with: "xs:nonsense")
        let wrongType = error { () throws(XMLError) in try XMLSchema.load(bytes: Array(text.utf8), name: "a.xsd") }
        #expect(wrongType?.code == .invalidSchema)
        #expect(wrongType?.location == .file("a.xsd", line: 5))
    }

    @Test func manyThreads() async throws {
        let schema = try Self.load()
        let counts = await withTaskGroup(of: Int?.self) { group in
            for index in 0..<40 {
                group.addTask {
                    let items = String(repeating: "<item n='x'/>", count: index)
                    guard let document = try? XMLDocument.of("<list xmlns='urn:t'><item n='1'/>\(items)</list>") else {
                        return nil
                    }
                    return Set(schema.validate(document)).isEmpty == (index == 0) ? index : nil
                }
            }
            return await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(counts.compactMap(\.self).sorted() == Array(0..<40))
    }
}
