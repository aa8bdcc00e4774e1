import AuditCore
import Foundation
import Reports
import TestSupport
import Testing
import XML

/// What a format tells people, in a language: all of a summary or a draft, the messages of the formats for pipelines.
enum SpokenFormat: String, CaseIterable, Sendable {
    case markdown, pia, junit, sarif, github, gitlab

    func text(_ record: AuditRecord, in language: Language) throws -> String {
        let document = try Saved.document(record)
        let options = RenderOptions(language: language)
        switch self {
        case .markdown: return try Saved.text(MarkdownReporter.render(document, options: options))
        case .pia: return try Saved.text(PIAReporter.render(document, options: options))
        case .junit:
            let bytes = try JUnitReporter.render(document, options: options)
            return Self.messages(try XMLDocument.read(bytes: bytes, name: "junit.xml").root).joined(separator: "\n")
        case .sarif:
            let log = try DecodedJSON.value(Data(try SARIFReporter.render(document, options: options)))
            return Self.messages(log).joined(separator: "\n")
        case .github:
            return AnnotationHost.github.lines(try document.record(), language: language).joined(separator: "\n")
        case .gitlab:
            let folder = try WorkFolder()
            let path = try AnnotationHost.gitlab.write(document.record(), to: folder.path, language: language)
            return Self.messages(try DecodedJSON.value(Data(contentsOf: URL(fileURLWithPath: try #require(path)))))
                .joined(separator: "\n")
        }
    }

    /// What a test view shows; the numbers a program reads stand in `system-out`.
    private static func messages(_ node: XMLNode) -> [String] {
        guard node.name != "system-out" else { return [] }
        let names = ["testcase": "name", "failure": "message", "error": "message", "skipped": "message"]
        let own = names[node.name].flatMap { node.attribute($0) }
        let reason = node.attribute("name") == "reason" ? node.attribute("value") : nil
        return [own, reason, node.children.isEmpty ? node.text : nil].compactMap(\.self)
            + node.children.flatMap { messages($0) }
    }

    /// The texts, justifications and descriptions below a value.
    private static func messages(_ value: Any) -> [String] {
        switch value {
        case let object as [String: Any]:
            object.flatMap { name, value in
                let isSaid = ["text", "justification", "exitCodeDescription", "description"].contains(name)
                return isSaid && value is String ? [value as? String ?? ""] : messages(value)
            }
        case let array as [Any]: array.flatMap { messages($0) }
        default: []
        }
    }
}
