import AuditCore
import Foundation
import Policies

/// Measures the rows of a depth curve and holds each against the policy, corrected for how many there are.
struct DepthJudge {
    let session: Session
    let policy: Policy
    /// The validity checks, which hold for every row.
    let checks: [ValidityCheck]
    /// How many rows are judged, the baseline's among them.
    let looks: Int

    /// The confidence of each AUC's interval: all hold together at 95 %.
    var confidence: Double { 1 - 0.05 / Double(max(1, looks)) }

    /// One row: its strongest attack, and what the gates say.
    func row(_ shadow: DepthShadow, _ book: ScoreBook, _ utility: TrialUtility?) -> DepthRow {
        let ran = AuditAttacks.ran([book])
        let policy = policy.restricted(to: ran, approach: shadow.approach, looks: looks)
        let measuring = measuring(book, policy)
        let measurements = measuring.measurements()
        let evidence = Evidence(
            attacks: ran,
            measurements: measurements,
            classMeasurements: measuring.classMeasurements((0..<book.classes).map(String.init)),
            outcomes: Outcomes.of(book, measurements: measurements, confidence: 0.95),
            checks: checks,
            skips: [],
            context: session.manifest.context
        )
        let judgement = PolicyJudge.judge(
            policy,
            digest: Digest.of(policy.bytes),
            evidence: evidence,
            today: CalendarDay(Date())
        )
        return DepthRow(
            cut: shadow.cut?.name ?? "",
            sharedParameters: shadow.cut?.sharedParameters ?? 0,
            approach: shadow.approach,
            leakage: TrialLeakage(strongestOf: aucs(measurements) { $0 == shadow.approach }, .any),
            gates: judgement.gates.map(gate),
            verdict: judgement.verdict,
            utility: utility
        )
    }

    /// The trivial control's AUC.
    func control(_ book: ScoreBook) -> TrialLeakage? {
        let none = policy.restricted(to: [], approach: .none, looks: looks)
        let controls = Set(AuditAttacks.ran([book]).filter(\.isControl).map(\.id))
        let figures = aucs(measuring(book, none).measurements()) { $0 == .none }
        return TrialLeakage(strongestOf: figures.filter { controls.contains($0.attack) }, .any)
    }

    /// Gates and required attacks that no row answers to.
    func unjudged(_ books: [ScoreBook]) -> [String] {
        let parts = books.compactMap { book in
            book.runs.last.map { run in
                policy.restricted(to: AuditAttacks.ran([book]), approach: run.approach, looks: looks)
            }
        }
        let gates = Set(parts.flatMap(\.gates).map(\.id))
        let required = Set(parts.flatMap(\.requiredAttacks))
        let controls = Set(AuditAttacks.descriptors.filter(\.isControl).map(\.id))
        return policy.gates.map(\.id).filter { !gates.contains($0) }
            + policy.requiredAttacks.filter { !required.contains($0) && !controls.contains($0.attack) }
            .map(\.description)
    }

    private func measuring(_ book: ScoreBook, _ policy: Policy) -> Measuring {
        let own = confidence
        return Measuring(
            book: book,
            confidences: { statistic in
                let asked = policy.confidences(of: statistic)
                return statistic == .auc || asked.isEmpty ? Set(asked + [own]).sorted() : asked
            },
            delta: session.manifest.delta,
            seed: session.seed
        )
    }

    private func aucs(
        _ measurements: [AuditCore.Measurement],
        _ isMeant: (Approach) -> Bool
    ) -> [AuditCore.Measurement] {
        measurements.filter {
            $0.statistic == .auc && $0.group == nil && isMeant($0.approach) && $0.interval?.confidence == confidence
        }
    }

    private func gate(_ result: GateResult) -> DepthGate {
        DepthGate(
            gate: result.gate,
            outcome: result.outcome,
            isWaived: result.isWaived,
            attack: result.measurement?.attack,
            measured: result.measurement?.value,
            interval: result.measurement?.interval,
            sentence: result.sentence,
            recordsToDecide: result.recordsToDecide
        )
    }
}
