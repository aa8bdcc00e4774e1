import CLibXML2
import Diagnostics

/// Collects what libxml2 and libxslt say on this thread while it is set, so that nothing reaches standard error.
final class MessageTrap {
    /// The file that messages without one are about.
    let file: String
    /// What was said, in order; at most `limit`.
    private(set) var problems: [XMLProblem] = []
    /// Codes of the messages, in the order of `problems`.
    private(set) var codes: [Int32] = []
    /// Lines of plain text, from libxslt.
    private(set) var lines = ""

    private let limit = 1000

    private init(file: String) { self.file = file }

    /// Runs `body` with this thread's messages going into a trap, and puts the former handler back.
    static func during<Value>(
        file: String,
        _ body: (MessageTrap) throws(XMLError) -> Value
    ) throws(XMLError) -> Value {
        XMLLibrary.prepare()
        let trap = MessageTrap(file: file)
        let formerHandler = layeraudit_structured_error()
        let formerContext = layeraudit_structured_error_context()
        xmlSetStructuredErrorFunc(Unmanaged.passUnretained(trap).toOpaque()) { owner, error in
            guard let owner, let error else { return }
            Unmanaged<MessageTrap>.fromOpaque(owner).takeUnretainedValue().take(error.pointee)
        }
        defer { xmlSetStructuredErrorFunc(formerContext, formerHandler) }
        return try withExtendedLifetime(trap) { () throws(XMLError) -> Value in try body(trap) }
    }

    /// A sink for libxslt's printf-like functions; valid as long as the trap lives.
    var sink: layeraudit_message_sink {
        layeraudit_message_sink(owner: Unmanaged.passUnretained(self).toOpaque()) { owner, text in
            guard let owner, let text else { return }
            Unmanaged<MessageTrap>.fromOpaque(owner).takeUnretainedValue().take(String(cString: text))
        }
    }

    /// The first error-level message; nil when there was none.
    var first: XMLProblem? { problems.first }

    private func take(_ text: String) {
        if lines.utf8.count < 1_000_000 { lines += text }
    }

    private func take(_ error: xmlError) {
        guard problems.count < limit else { return }
        let message = error.message.map { String(cString: $0) } ?? "unknown problem"
        let node = error.node?.assumingMemoryBound(to: xmlNode.self)
        let line = node.flatMap(XMLNode.line(of:)) ?? Int(error.line)
        let isParser = error.domain == Int32(bitPattern: XML_FROM_PARSER.rawValue)
        let isNamespace = error.domain == Int32(bitPattern: XML_FROM_NAMESPACE.rawValue)
        let column = (isParser || isNamespace) && error.int2 > 0 ? Int(error.int2) : nil
        let name = error.file.map { String(cString: $0) } ?? file
        codes.append(error.code)
        problems.append(
            XMLProblem(
                location: .file(name, line: line > 0 ? line : nil, column: line > 0 ? column : nil),
                message: message.split(whereSeparator: \.isNewline).joined(separator: " ")
            )
        )
    }
}
