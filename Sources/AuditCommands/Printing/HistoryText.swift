import AuditCore
import Foundation
import History

/// Audits of the registry as a terminal and as JSON shows them.
enum HistoryText {
    static func table(_ audits: [(audit: RegistryAudit, gates: [RegistryGate])], registry: String) -> [String] {
        guard !audits.isEmpty else { return ["No audit that fits is recorded in \(registry)."] }
        let rows = audits.map { entry -> [String] in
            let worst = worst(entry.gates)
            return [
                entry.audit.number.map(String.init) ?? "", String(entry.audit.finished.prefix(10)),
                entry.audit.verdict.uppercased(), short(entry.audit.title, 40), short(entry.audit.model, 24),
                short(entry.audit.cut, 24), entry.audit.policy, worst.map(figure) ?? "",
            ]
        }
        let heading = ["no.", "ended", "verdict", "title", "model", "up to", "policy", "worst gate"]
        return TextTable.lines([heading] + rows, right: [0])
    }

    static func details(_ audit: RegistryAudit, _ gates: [RegistryGate]) -> [String] {
        let facts = [
            ("title", audit.title), ("verdict", "\(audit.verdict) (exit code \(audit.exitCode)): \(audit.reason)"),
            ("ended", audit.finished), ("recorded", audit.recorded), ("model", audit.model),
            ("model SHA-256", audit.modelDigest), ("up to", audit.cut), ("release", audit.release),
            ("policy", audit.policy), ("policy SHA-256", audit.policyDigest), ("profile", audit.profile),
            ("seed", audit.seed), ("LayerAudit", audit.tool), ("report", audit.report),
            ("report SHA-256", audit.reportDigest),
        ]
        let rows = gates.map { gate in
            [
                gate.gate, gate.result + (gate.isWaived ? " (waived)" : ""), gate.severity, figure(gate),
                [gate.attack, gate.approach, gate.shadowSize.flatMap { $0 > 0 ? "n = \($0)" : nil }]
                    .compactMap(\.self).joined(separator: ", "),
            ]
        }
        return TextTable.lines(facts.map { [$0.0 + ":", shownOnOneLine($0.1)] }) + [""]
            + TextTable.lines([["gate", "result", "severity", "figure", "by"]] + rows)
    }

    static func json(_ audits: [(audit: RegistryAudit, gates: [RegistryGate])]) throws -> String {
        struct Entry: Encodable {
            let audit: RegistryAudit
            let gates: [RegistryGate]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "INF",
            negativeInfinity: "-INF",
            nan: "NaN"
        )
        return String(
            decoding: try encoder.encode(audits.map { Entry(audit: $0.audit, gates: $0.gates) }),
            as: UTF8.self
        )
    }

    private static func worst(_ gates: [RegistryGate]) -> RegistryGate? {
        let order = ["fail", "inconclusive"]
        for result in order {
            let found = gates.filter { $0.result == result && !$0.isWaived }
            if let gate = found.max(by: { severity($0) < severity($1) }) { return gate }
        }
        return gates.max { severity($0) < severity($1) }
    }

    private static func severity(_ gate: RegistryGate) -> Severity { Severity(rawValue: gate.severity) ?? .low }

    private static func figure(_ gate: RegistryGate) -> String {
        guard let measured = gate.measured else { return "\(gate.gate): no figure" }
        let ends = gate.low.flatMap { low in
            gate.high.map { " [\(VerdictLines.number(low)), \(VerdictLines.number($0))]" }
        }
        return "\(gate.gate): \(VerdictLines.number(measured))\(ends ?? ""), \(gate.bound.replacing("-", with: " ")) "
            + VerdictLines.number(gate.threshold)
    }

    static func short(_ text: String, _ length: Int) -> String {
        let line = shownOnOneLine(text)
        return line.count <= length ? line : line.prefix(length - 1) + "…"
    }

    /// Without characters that would move a terminal's cursor or turn its text around.
    static func shownOnOneLine(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar -> Character in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: " "
                default: Character(scalar)
                }
            }
        )
    }
}
