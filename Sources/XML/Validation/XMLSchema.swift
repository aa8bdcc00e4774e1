import CLibXML2
import Diagnostics
import Foundation

/// A compiled XML Schema 1.0; used by one thread at a time, which `lock` sees to.
public final class XMLSchema: @unchecked Sendable {
    /// The name that messages show.
    public let name: String
    private let lock = NSLock()
    private let schema: xmlSchemaPtr
    /// The compiled schema points into it.
    private let document: XMLDocument

    private init(schema: xmlSchemaPtr, document: XMLDocument) {
        self.name = document.name
        self.schema = schema
        self.document = document
    }

    deinit { xmlSchemaFree(schema) }

    /// Compiles the schema in the file at `path`.
    ///
    /// - Throws: what `XMLDocument.read(path:maximumBytes:)` throws, and `invalidSchema`.
    public static func load(path: String) throws(XMLError) -> XMLSchema {
        try load(bytes: FileBytes.read(path: path, maximumBytes: 16 << 20), name: path)
    }

    /// Compiles a schema that includes and imports no other file.
    ///
    /// - Throws: what `XMLDocument.read(bytes:name:maximumBytes:)` throws, and `invalidSchema`.
    public static func load(bytes: [UInt8], name: String) throws(XMLError) -> XMLSchema {
        let document = try XMLDocument.read(bytes: bytes, name: name, maximumBytes: 16 << 20)
        let schema = try MessageTrap.during(file: name) { trap throws(XMLError) -> xmlSchemaPtr in
            guard let parser = xmlSchemaNewDocParserCtxt(document.tree) else { throw XMLError.noMemory(name) }
            defer { xmlSchemaFreeParserCtxt(parser) }
            guard let schema = xmlSchemaParse(parser) else {
                throw XMLError(
                    code: .invalidSchema,
                    summary: "the schema does not compile",
                    location: trap.first?.location ?? .file(name),
                    cause: trap.first?.message,
                    remedy: "Mend the schema; `xmllint --schema FILE` shows the same problems."
                )
            }
            return schema
        }
        return XMLSchema(schema: schema, document: document)
    }

    /// Holds `document` against the schema.
    ///
    /// - Returns: every problem in document order; empty when the document is valid.
    public func validate(_ document: XMLDocument) -> [XMLProblem] {
        lock.lock()
        defer { lock.unlock() }
        let problems = try? MessageTrap.during(file: document.name) { trap throws(XMLError) -> [XMLProblem] in
            guard let context = xmlSchemaNewValidCtxt(schema) else { throw XMLError.noMemory(document.name) }
            defer { xmlSchemaFreeValidCtxt(context) }
            let result = xmlSchemaValidateDoc(context, document.tree)
            return result == 0 || !trap.problems.isEmpty ? trap.problems : [Self.undecided(document)]
        }
        return problems ?? [Self.undecided(document)]
    }

    /// What is said when the validator itself failed: the document is not taken as valid.
    private static func undecided(_ document: XMLDocument) -> XMLProblem {
        XMLProblem(location: .file(document.name), message: "the schema validator could not decide")
    }
}
