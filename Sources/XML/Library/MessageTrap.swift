import CLibXML2
import Diagnostics

/// Collects what libxml2 and libxslt say on this thread while it is set, so that nothing reaches standard error.
final class MessageTrap {
    /// The file that messages without one are about.
    let file: String
    /// What was said, warnings included, in order; at most `limit`.
    private(set) var entries: [(code: Int32, isError: Bool, problem: XMLProblem)] = []
    /// Lines of plain text, from libxslt and the XPath evaluator.
    private(set) var lines = ""
    /// Where C functions that print find their way back to this trap; valid as long as the trap lives.
    let sink: UnsafeMutablePointer<layeraudit_message_sink>

    private let limit = 1000

    private init(file: String) {
        self.file = file
        sink = .allocate(capacity: 1)
        sink.initialize(
            to: layeraudit_message_sink(owner: Unmanaged.passUnretained(self).toOpaque()) { owner, text in
                guard let owner, let text else { return }
                Unmanaged<MessageTrap>.fromOpaque(owner).takeUnretainedValue().take(String(cString: text))
            }
        )
    }

    deinit {
        sink.deinitialize(count: 1)
        sink.deallocate()
    }

    /// Runs `body` with this thread's messages going into a trap, and puts the former handlers back.
    static func during<Value>(
        file: String,
        _ body: (MessageTrap) throws(XMLError) -> Value
    ) throws(XMLError) -> Value {
        XMLLibrary.prepare()
        let trap = MessageTrap(file: file)
        let structured = (layeraudit_structured_error_context(), layeraudit_structured_error())
        let plain = (layeraudit_generic_error_context(), layeraudit_generic_error())
        xmlSetStructuredErrorFunc(Unmanaged.passUnretained(trap).toOpaque()) { owner, error in
            guard let owner, let error else { return }
            Unmanaged<MessageTrap>.fromOpaque(owner).takeUnretainedValue().take(error.pointee)
        }
        xmlSetGenericErrorFunc(trap.sink, layeraudit_message_function())
        defer {
            xmlSetStructuredErrorFunc(structured.0, structured.1)
            xmlSetGenericErrorFunc(plain.0, plain.1)
        }
        return try withExtendedLifetime(trap) { () throws(XMLError) -> Value in try body(trap) }
    }

    /// The errors, in order; warnings are left out.
    var problems: [XMLProblem] { entries.filter(\.isError).map(\.problem) }

    /// The first error; nil when there was none.
    var first: XMLProblem? { entries.first(where: \.isError)?.problem }

    private func take(_ text: String) {
        if lines.utf8.count < 1_000_000 { lines += text }
    }

    private func take(_ error: xmlError) {
        guard entries.count < limit else { return }
        let message = error.message.map { String(cString: $0) } ?? "unknown problem"
        let node = error.node?.assumingMemoryBound(to: xmlNode.self)
        let line = node.flatMap(XMLNode.line(of:)) ?? Int(error.line)
        let isParser = error.domain == Int32(bitPattern: XML_FROM_PARSER.rawValue)
        let isNamespace = error.domain == Int32(bitPattern: XML_FROM_NAMESPACE.rawValue)
        let column = (isParser || isNamespace) && error.int2 > 0 ? Int(error.int2) : nil
        let name = error.file.map { String(cString: $0) } ?? file
        let problem = XMLProblem(
            location: .file(name, line: line > 0 ? line : nil, column: line > 0 ? column : nil),
            message: message.split(whereSeparator: \.isNewline).joined(separator: " "),
            isIdentityConstraint: error.code == Int32(bitPattern: XML_SCHEMAV_CVC_IDC.rawValue),
            ordinal: node.flatMap(XMLNode.ordinal(of:))
        )
        entries.append((error.code, error.level.rawValue >= XML_ERR_ERROR.rawValue, problem))
    }
}
