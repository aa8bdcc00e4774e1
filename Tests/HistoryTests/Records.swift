import AuditCore
import Diagnostics
import Foundation
import Reports

/// Records of audits, as small as the schema allows.
enum Records {
    static func measurement(
        _ value: Double?,
        _ low: Double = 0,
        _ high: Double = 0,
        statistic: Statistic = .auc,
        attack: String = "transmia-svm"
    ) -> AuditCore.Measurement {
        AuditCore.Measurement(
            attack: attack,
            approach: .freezing,
            shadowSize: 100,
            statistic: statistic,
            value: value,
            interval: value.map { _ in Interval(low: low, high: high, confidence: 0.95) },
            method: "DeLong",
            members: 400,
            nonMembers: 400
        )
    }

    static func gate(
        _ id: String,
        _ measurement: AuditCore.Measurement?,
        outcome: GateOutcome = .pass,
        threshold: Double = 0.6
    ) -> GateResult {
        GateResult(
            gate: id,
            title: "The gate \(id)",
            outcome: outcome,
            measurement: measurement,
            statistic: measurement?.statistic ?? .auc,
            bound: .atMost,
            threshold: threshold,
            confidence: 0.95,
            severity: .high,
            legalBasis: "GDPR Art. 32(1)",
            rationale: "none",
            sentence: "It is so."
        )
    }

    static func record(
        _ gates: [GateResult] = [],
        title: String = "An audit",
        verdict: Verdict = .pass,
        policy: String = "gdpr-baseline",
        model: String = "encoder",
        digest: String = String(repeating: "a", count: 64),
        finished: String = "2026-11-20T10:00:00Z",
        members: String = String(repeating: "1", count: 64)
    ) -> AuditRecord {
        AuditRecord(
            title: title,
            context: AuditContext(controller: nil, recipient: nil, release: .partner, dataCategories: []),
            model: ModelSheet(
                name: model,
                format: "Keras HDF5",
                inputShape: "8",
                classes: 2,
                parameters: 100,
                transferredParameters: 50,
                cut: "dense",
                layers: [],
                memberAccuracy: 0.9,
                nonMemberAccuracy: 0.8
            ),
            transferred: [],
            data: ["members", "nonMembers"].map { role in
                DataSheet(role: role, source: "d.h5", records: 400, shape: "8", perClass: [], contentHash: members)
            },
            target: [],
            shadows: [],
            attacks: [],
            outcomes: [],
            measurements: gates.compactMap(\.measurement),
            classMeasurements: [],
            costs: [],
            checks: [],
            skips: [],
            coverage: [],
            judgement: Judgement(
                verdict: verdict,
                sentence: "Every gate is met.",
                policy: PolicySheet(id: policy, title: "A policy", purpose: "p", limits: "l", sha256: ""),
                gates: gates,
                missing: []
            ),
            findings: [],
            recommendations: [],
            figures: [],
            provenance: Provenance(
                toolVersion: "1",
                libraries: [],
                machine: "m",
                started: "2026-11-20T09:00:00Z",
                finished: finished,
                seconds: 3600,
                seed: 7,
                profile: "quick",
                files: [FileDigest(role: "source model", name: "s.h5", sha256: digest, bytes: 10)]
            )
        )
    }

    static func document(_ record: AuditRecord) throws -> ReportDocument {
        try RecordWriter.document(of: record, drawings: [])
    }
}
