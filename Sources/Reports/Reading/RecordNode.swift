import AuditCore
import Diagnostics
import XML

/// An element of a valid record, whose attributes are read as what they are.
struct RecordNode {
    private let node: XMLNode

    init(_ node: XMLNode) { self.node = node }

    /// Child elements of a list element that may be absent.
    func list(_ name: String, of child: String) -> [RecordNode] {
        (node.child(name)?.children(child) ?? []).map(RecordNode.init)
    }

    /// The element's name.
    var name: String { node.name }

    var children: [RecordNode] { node.children.map(RecordNode.init) }

    func children(_ name: String) -> [RecordNode] { node.children(name).map(RecordNode.init) }

    func child(_ name: String) throws(ReportError) -> RecordNode {
        guard let child = node.child(name) else { throw missing("element '\(name)'") }
        return RecordNode(child)
    }

    /// All text within.
    var text: String { node.text }

    /// The text of a child element; empty where there is none.
    func text(of name: String) -> String { node.child(name)?.text ?? "" }

    func optional(_ name: String) -> String? { node.attribute(name) }

    func string(_ name: String) throws(ReportError) -> String {
        guard let value = node.attribute(name) else { throw missing("attribute '\(name)'") }
        return value
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws(ReportError) -> Word {
        try Self.word(try string(name), in: self)
    }

    /// The text of the element as one of the words there are.
    func word<Word: RawRepresentable<String>>() throws(ReportError) -> Word { try Self.word(text, in: self) }

    private static func word<Word: RawRepresentable<String>>(
        _ text: String,
        in node: RecordNode
    ) throws(ReportError) -> Word {
        guard let word = Word(rawValue: text) else { throw node.unknown(text) }
        return word
    }

    func optionalNumber(_ name: String) throws(ReportError) -> Double? {
        guard let text = node.attribute(name)?.trimmed else { return nil }
        switch text {
        case "INF": return .infinity
        case "-INF": return -.infinity
        case "NaN": return .nan
        default:
            guard let value = Double(text) else { throw unknown(text) }
            return value
        }
    }

    /// A figure that is not a number where the record leaves it out.
    func number(_ name: String) throws(ReportError) -> Double { try optionalNumber(name) ?? .nan }

    func optionalCount(_ name: String) throws(ReportError) -> Int? {
        guard let text = node.attribute(name)?.trimmed else { return nil }
        guard let value = Int(text) else { throw unknown(text) }
        return value
    }

    func count(_ name: String) throws(ReportError) -> Int {
        guard let value = try optionalCount(name) else { throw missing("attribute '\(name)'") }
        return value
    }

    func optionalTruth(_ name: String) -> Bool? { node.attribute(name).map { ["true", "1"].contains($0.trimmed) } }

    func truth(_ name: String) -> Bool { optionalTruth(name) ?? false }

    func interval() throws(ReportError) -> Interval? {
        guard let low = try optionalNumber("low"), let high = try optionalNumber("high"),
            let confidence = try optionalNumber("confidence")
        else { return nil }
        return Interval(low: low, high: high, confidence: confidence)
    }

    func missing(_ what: String) -> ReportError { invalid("\(what) is missing") }

    private func unknown(_ text: String) -> ReportError { invalid("'\(text.prefix(100))' is not known here") }

    private func invalid(_ cause: String) -> ReportError {
        ReportError(
            code: .invalidReport,
            summary: "the record cannot be read in full",
            location: node.location,
            cause: "\(node.name): \(cause)",
            remedy: "Use the report.xml as the audit wrote it, or write it again with this version."
        )
    }
}

extension String {
    /// Without the white space that XML Schema leaves out of numbers.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
