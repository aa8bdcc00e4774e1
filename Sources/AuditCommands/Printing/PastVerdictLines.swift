import AuditCore
import Policies

/// What a policy says of a past audit, beside what was said then.
enum PastVerdictLines {
    static func lines(_ file: String, record: AuditRecord, judgement: Judgement, today: CalendarDay) -> [String] {
        let then = record.judgement
        var lines = [
            "\(file): \(word(judgement.verdict)): \(judgement.sentence)",
            "    audit '\(record.title.unwrapped)' of \(record.provenance.finished); waivers as of \(today), UTC",
            "    then, by \(then.policy.id): \(word(then.verdict))",
        ]
        if let risk = judgement.risk {
            lines.append(
                "    risk \(risk.level.rawValue) (likelihood \(risk.likelihood.rawValue), severity \(risk.severity.rawValue))"
            )
        }
        for gate in judgement.gates {
            let waived = gate.isWaived ? ", waived" : ""
            lines.append("    gate \(gate.gate): \(gate.outcome.rawValue)\(waived): \(gate.sentence)")
            if let method = gate.measurement?.method, method.key == "method.recomputed" {
                lines.append("        interval: \(method)")
            }
        }
        return lines
    }

    private static func word(_ verdict: Verdict) -> String {
        "\(verdict.rawValue.uppercased()) (exit code \(verdict.exitCode))"
    }
}
