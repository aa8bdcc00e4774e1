import CLibXML2
import Diagnostics
import Foundation

/// A compiled XSLT 1.0 stylesheet that can reach neither files nor the network; `lock` lets one thread use it at a time.
public final class XSLTransform: @unchecked Sendable {
    /// The name that messages show.
    public let name: String
    private let lock = NSLock()
    private let sheet: xsltStylesheetPtr

    /// libxslt reports compile errors through one handler for the whole process.
    private static let compiling = NSLock()

    private init(name: String, sheet: xsltStylesheetPtr) {
        self.name = name
        self.sheet = sheet
    }

    deinit { xsltFreeStylesheet(sheet) }

    /// Compiles a stylesheet that includes and imports no other file.
    ///
    /// - Throws: what reading the document throws, and `invalidStylesheet`.
    public static func load(bytes: [UInt8], name: String) throws(XMLError) -> XSLTransform {
        let tree = try DocumentParser.parse(bytes, name: name, maximumBytes: 16 << 20)
        let sheet = try MessageTrap.during(file: name) { trap throws(XMLError) -> xsltStylesheetPtr in
            compiling.lock()
            defer { compiling.unlock() }
            xsltSetGenericErrorFunc(trap.sink, layeraudit_message_function())
            defer { xsltSetGenericErrorFunc(nil, layeraudit_message_function()) }
            let sheet = xsltParseStylesheetDoc(tree)
            guard let sheet, sheet.pointee.errors == 0 else {
                if let sheet { xsltFreeStylesheet(sheet) } else { xmlFreeDoc(tree) }
                throw XMLError(
                    code: .invalidStylesheet,
                    summary: "the stylesheet does not compile",
                    location: trap.first?.location ?? .file(name),
                    cause: trap.first?.message ?? trap.lines,
                    remedy: "Mend the stylesheet; `xsltproc FILE` shows the same problems."
                )
            }
            return sheet
        }
        return XSLTransform(name: name, sheet: sheet)
    }

    /// Applies the stylesheet to a copy of `document`.
    ///
    /// - Parameters:
    ///   - document: the source; unchanged afterwards.
    ///   - parameters: values of top-level `xsl:param`s, passed as strings.
    ///   - appendix: a document whose root stands as the last child of the copy's root, such as a catalogue of words.
    /// - Throws: `transformFailed` (an error, `xsl:message terminate="yes"`, or an attempt to reach a file or the
    ///   network), `outOfMemory`.
    public func apply(
        to document: XMLDocument,
        parameters: [String: String] = [:],
        appending appendix: XMLDocument? = nil
    ) throws(XMLError) -> XSLOutput {
        // libxslt marks and strips nodes of its source, so it gets a copy.
        guard let source = xmlCopyDoc(document.tree, 1) else { throw XMLError.noMemory(document.name) }
        defer { xmlFreeDoc(source) }
        if let appendix {
            guard let copy = xmlDocCopyNode(appendix.root.node, source, 1) else {
                throw XMLError.noMemory(appendix.name)
            }
            xmlAddChild(xmlDocGetRootElement(source), copy)
        }
        lock.lock()
        defer { lock.unlock() }
        return try MessageTrap.during(file: document.name) { trap throws(XMLError) -> XSLOutput in
            try Self.run(sheet, on: source, name: name, parameters: parameters, trap: trap)
        }
    }

    private static func run(
        _ sheet: xsltStylesheetPtr,
        on source: xmlDocPtr,
        name: String,
        parameters: [String: String],
        trap: MessageTrap
    ) throws(XMLError) -> XSLOutput {
        guard let context = xsltNewTransformContext(sheet, source), let rules = XMLLibrary.forbidEverything() else {
            throw XMLError.noMemory(name)
        }
        defer {
            xsltFreeTransformContext(context)
            xsltFreeSecurityPrefs(rules)
        }
        xsltSetCtxtSecurityPrefs(rules, context)
        for (key, value) in parameters.sorted(by: { $0.key < $1.key }) {
            xsltQuoteOneUserParam(context, key, XMLCharacters.carried(value))
        }
        xsltSetTransformErrorFunc(context, trap.sink, layeraudit_message_function())
        let result = xsltApplyStylesheetUser(sheet, source, nil, nil, nil, context)
        defer { if let result { xmlFreeDoc(result) } }
        var memory: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        guard let result, context.pointee.state == XSLT_STATE_OK,
            xsltSaveResultToString(&memory, &count, result, sheet) == 0
        else {
            throw XMLError(
                code: .transformFailed,
                summary: "the stylesheet stopped",
                location: .file(name),
                cause: trap.lines.isEmpty ? trap.first?.description : trap.lines,
                remedy: "Check that the document is what the stylesheet expects."
            )
        }
        defer { if let memory { layeraudit_xml_free(memory) } }
        let bytes = memory.map { Array(UnsafeBufferPointer(start: $0, count: Int(count))) } ?? []
        return XSLOutput(bytes: bytes, messages: trap.lines)
    }
}
