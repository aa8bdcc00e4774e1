import AuditCore
import Foundation

extension RegistryAudit {
    /// The registry's view of a record.
    init(_ record: AuditRecord, digest: String, report: String, at moment: Date) {
        let judgement = record.judgement
        self.init(
            number: nil,
            recorded: moment.formatted(.iso8601),
            finished: record.provenance.finished,
            title: record.title,
            model: record.model.name,
            modelDigest: record.provenance.files.first { $0.role == "source model" }?.sha256 ?? "",
            cut: record.model.cut,
            release: record.context.release.rawValue,
            policy: judgement.policy.id,
            policyDigest: judgement.policy.sha256,
            profile: record.provenance.profile,
            seed: "\(record.provenance.seed)",
            tool: record.provenance.toolVersion,
            verdict: judgement.verdict.rawValue,
            exitCode: Int(judgement.verdict.exitCode),
            reason: judgement.sentence.text,
            reportDigest: digest,
            report: report
        )
    }
}

extension RegistryGate {
    /// The registry's view of a gate's result; figures that are not numbers are left out, for SQLite has none.
    init(_ gate: GateResult, audit: Int64, place: Int) {
        func number(_ value: Double?) -> Double? { value.flatMap { $0.isNaN ? nil : $0 } }
        self.init(
            audit: audit,
            place: place,
            gate: gate.gate,
            title: gate.title.text,
            result: gate.outcome.rawValue,
            isWaived: gate.isWaived,
            statistic: gate.statistic.rawValue,
            bound: gate.bound.rawValue,
            threshold: gate.threshold,
            confidence: gate.confidence,
            severity: gate.severity.rawValue,
            measured: number(gate.measurement?.value),
            low: number(gate.measurement?.interval?.low),
            high: number(gate.measurement?.interval?.high),
            attack: gate.measurement?.attack,
            approach: gate.measurement?.approach.rawValue,
            shadowSize: gate.measurement?.shadowSize
        )
    }
}
