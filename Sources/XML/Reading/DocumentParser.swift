import CLibXML2
import Diagnostics

/// Parses bytes into libxml2's tree without network, external files or entities, and in bounded memory.
///
/// Text may be long (a report carries figures), so libxml2's limits on text are off and this type bounds what remains:
/// the bytes and the number of elements and attributes. Without entity and attribute-default declarations nothing in
/// the file can stand for more than itself.
final class DocumentParser {
    /// Elements and attributes in one document.
    static let maximumNodes = 4_000_000

    private var nodes = 0
    private var elements = 0
    private var refusal: (code: XMLError.Code, line: Int, summary: String)?

    /// Parses `bytes`; the caller owns the tree.
    ///
    /// - Throws: `notWellFormed`, `forbiddenEntity`, `tooLarge`, `outOfMemory`.
    static func parse(_ bytes: [UInt8], name: String, maximumBytes: Int) throws(XMLError) -> xmlDocPtr {
        guard bytes.count <= min(maximumBytes, Int(Int32.max) - 1) else {
            throw FileBytes.tooLarge(name, maximumBytes: maximumBytes)
        }
        return try MessageTrap.during(file: name) { trap throws(XMLError) in
            try DocumentParser().parse(bytes, name: name, trap: trap)
        }
    }

    private func parse(_ bytes: [UInt8], name: String, trap: MessageTrap) throws(XMLError) -> xmlDocPtr {
        guard let context = xmlNewParserCtxt() else { throw XMLError.noMemory(name) }
        defer { xmlFreeParserCtxt(context) }
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        Self.hook(context.pointee.sax)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_BIG_LINES.rawValue
        let tree = withExtendedLifetime(self) {
            bytes.withUnsafeBytes { raw in
                xmlCtxtReadMemory(
                    context,
                    raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(raw.count),
                    name,
                    nil,
                    Int32(bitPattern: options)
                )
            }
        }
        if let error = error(
            name: name,
            trap: trap,
            isWellFormed: context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
        ) {
            if let tree { xmlFreeDoc(tree) }
            throw error
        }
        guard let tree, xmlDocGetRootElement(tree) != nil else {
            if let tree { xmlFreeDoc(tree) }
            throw XMLError.notWellFormed(
                XMLProblem(location: .file(name), message: "there is no root element")
            )
        }
        return tree
    }

    private func error(name: String, trap: MessageTrap, isWellFormed: Bool) -> XMLError? {
        if let refusal {
            return XMLError(
                code: refusal.code,
                summary: refusal.summary,
                location: .file(name, line: refusal.line),
                remedy: refusal.code == .tooLarge
                    ? "Check that this is the file you meant; LayerAudit's own files stay far below."
                    : "Remove the DOCTYPE declaration and write the characters themselves."
            )
        }
        if let entry = trap.entries.first(where: { Self.isEntityCode($0.code) }) {
            return XMLError(
                code: .forbiddenEntity,
                summary: "the file refers to an entity",
                location: entry.problem.location,
                cause: entry.problem.message,
                remedy: "Write the character itself, or its number such as '&#160;'."
            )
        }
        if isWellFormed { return nil }
        return XMLError.notWellFormed(
            trap.first ?? XMLProblem(location: .file(name), message: "the file is empty or not XML")
        )
    }

    private static func isEntityCode(_ code: Int32) -> Bool {
        [XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP]
            .contains { Int32(bitPattern: $0.rawValue) == code }
    }

    /// Puts our checks before the tree builder's own handlers.
    private static func hook(_ handlers: UnsafeMutablePointer<xmlSAXHandler>?) {
        handlers?.pointee.startElementNs = {
            context,
            name,
            prefix,
            uri,
            namespaceCount,
            namespaces,
            count,
            defaulted,
            attributes in
            xmlSAX2StartElementNs(
                context,
                name,
                prefix,
                uri,
                namespaceCount,
                namespaces,
                count,
                defaulted,
                attributes
            )
            DocumentParser.of(context)?.started(context, parts: 1 + Int(count) + Int(namespaceCount))
        }
        handlers?.pointee.entityDecl = { context, _, _, _, _, _ in
            DocumentParser.of(context)?.refuse(context, .forbiddenEntity, "the file declares an entity")
        }
        handlers?.pointee.attributeDecl = { context, _, _, _, _, _, tree in
            if let tree { xmlFreeEnumeration(tree) }
            DocumentParser.of(context)?.refuse(context, .forbiddenEntity, "the file declares attributes in a DOCTYPE")
        }
        handlers?.pointee.reference = { context, _ in
            DocumentParser.of(context)?.refuse(context, .forbiddenEntity, "the file refers to an entity")
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> DocumentParser? {
        guard let owner = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return nil }
        return Unmanaged<DocumentParser>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Stores the true line (libxml2's own field ends at 65535) and the element's ordinal in the node, and counts.
    private func started(_ context: UnsafeMutableRawPointer?, parts: Int) {
        guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
        if let node = parser.pointee.node {
            node.pointee._private = UnsafeMutableRawPointer(
                bitPattern: ElementPlace(line: line(of: parser), ordinal: elements).packed
            )
        }
        elements += 1
        nodes += parts
        if nodes > Self.maximumNodes {
            refuse(context, .tooLarge, "the file has more than \(Self.maximumNodes) elements and attributes")
        }
    }

    private func refuse(_ context: UnsafeMutableRawPointer?, _ code: XMLError.Code, _ summary: String) {
        guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
        if refusal == nil { refusal = (code, line(of: parser), summary) }
        xmlStopParser(parser)
    }

    private func line(of parser: xmlParserCtxtPtr) -> Int {
        parser.pointee.input.map { Int($0.pointee.line) } ?? 0
    }
}
