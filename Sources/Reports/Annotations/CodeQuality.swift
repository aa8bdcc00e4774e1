import AuditCore
import Crypto
import Foundation

/// Annotations as a GitLab Code Quality report.
enum CodeQuality {
    static func value(_ annotations: [Annotation], of record: AuditRecord) -> JSONValue {
        let files = record.provenance.files
        // GitLab shows a finding beside a file of the repository: the manifest is one, a model seldom is.
        let file = files.first { $0.role == "manifest" }?.name ?? files.first?.name ?? "audit.yaml"
        return .list(annotations) { annotation in
            .members([
                "description": .string(VisibleText.line("\(annotation.title): \(annotation.text)")),
                "check_name": .string(annotation.id),
                "fingerprint": .string(fingerprint("\(file)/\(annotation.id)")),
                "severity": .string(severity(annotation)),
                "location": .members(["path": .string(file), "lines": .members(["begin": .integer(1)])]),
            ])
        }
    }

    private static func fingerprint(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    private static func severity(_ annotation: Annotation) -> String {
        switch (annotation.level, annotation.severity) {
        case (.notice, _): "info"
        case (.warning, _): "minor"
        case (.error, .low), (.error, .medium): "major"
        case (.error, .high): "critical"
        case (.error, .critical): "blocker"
        }
    }
}
