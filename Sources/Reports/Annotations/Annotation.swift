import AuditCore

/// A line a pipeline's host shows beside a change: what does not pass, and what it says.
public struct Annotation: Sendable, Hashable {
    /// How loud it is.
    public enum Level: String, Sendable, Hashable {
        /// A gate fails, or a required attack did not run.
        case error
        /// A gate is inconclusive, or a finding is of medium severity.
        case warning
        /// A waived gate, or a finding of low severity.
        case notice
    }

    /// How loud it is.
    public let level: Level
    /// What it is about, stable from audit to audit: `gate/<id>`, `check/<id>` or `finding/<id>`.
    public let id: String
    /// A headline.
    public let title: String
    /// What was found, with figures.
    public let text: String
    /// How grave it is, for hosts that sort by it.
    public let severity: Severity

    /// The annotations of an audit: the verdict, unless it is a pass, then the gates that do not pass and the findings.
    public static func all(in record: AuditRecord, language: Language = .english) -> [Annotation] {
        let results = SARIFResult.all(in: record, language: language).map { result in
            Annotation(
                level: level(result),
                id: result.rule,
                title: "LayerAudit \(result.rule)",
                text: result.text + (result.waiver.map { " \($0)" } ?? ""),
                severity: result.gate?.severity ?? result.finding?.severity ?? .medium
            )
        }
        let judgement = record.judgement
        guard judgement.verdict != .pass else { return results }
        let name = judgement.verdict.title.text(in: language)
        let exitCode = Phrase(key: "exit-code", ["code": .whole(Int(judgement.verdict.exitCode))]).text(in: language)
        let sentence = judgement.sentence.isEmpty ? Phrase(key: "pipeline.incomplete") : judgement.sentence
        let verdict = Annotation(
            level: judgement.verdict == .inconclusive ? .warning : .error,
            id: "verdict",
            title: "LayerAudit \(name) (\(exitCode))",
            text: sentence.text(in: language),
            severity: judgement.gates.filter { $0.outcome == .fail && !$0.isWaived }.map(\.severity).max() ?? .medium
        )
        return [verdict] + results
    }

    private static func level(_ result: SARIFResult) -> Level {
        if result.gate?.isWaived == true { return .notice }
        return switch result.level {
        case "error": .error
        case "warning": .warning
        default: .notice
        }
    }
}
