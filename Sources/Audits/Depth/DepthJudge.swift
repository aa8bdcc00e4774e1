import AuditCore
import Foundation
import Policies

/// Measures the rows of a depth curve and holds each against the policy, corrected for how many there are.
struct DepthJudge {
    let session: Session
    let policy: Policy
    /// The validity checks, which hold for every row.
    let checks: [ValidityCheck]
    /// The scores of every row, the baseline's first.
    let books: [ScoreBook]
    /// How many AUCs there are: the trivial control is the same in every row.
    private let aucs: Int

    init(session: Session, policy: Policy, checks: [ValidityCheck], books: [ScoreBook]) {
        self.session = session
        self.policy = policy
        self.checks = checks
        self.books = books
        aucs = (books.first.map(Self.controls)?.count ?? 0) + books.reduce(0) { $0 + Self.attacks($1).count }
    }

    /// How many rows are judged, the baseline's among them.
    var looks: Int { books.count }

    /// The confidence of each AUC's interval: those of all attacks on all rows hold together.
    var confidence: Double { StrongestAttack.confidence(looks: aucs) }

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
            leakage: strongest(Self.attacks(book), in: book),
            gates: judgement.gates.map(gate),
            verdict: judgement.verdict,
            utility: utility
        )
    }

    /// The trivial control's AUC.
    var control: TrialLeakage? { books.first.flatMap { strongest(Self.controls($0), in: $0) } }

    /// Gates and required attacks that no row answers to.
    var unjudged: [String] {
        let parts = books.compactMap { book in
            book.runs.last.map { run in
                policy.restricted(to: AuditAttacks.ran([book]), approach: run.approach, looks: looks)
            }
        }
        let gates = Set(parts.flatMap(\.gates).map(\.id))
        let required = Set(parts.flatMap(\.requiredAttacks))
        return policy.gates.map(\.id).filter { !gates.contains($0) }
            + policy.requiredAttacks.filter { !required.contains($0) && !Self.controls.contains($0.attack) }
            .map(\.description)
    }

    private func measuring(_ book: ScoreBook, _ policy: Policy) -> Measuring {
        let own = confidence
        return Measuring(
            book: book,
            confidences: { statistic in
                let asked = policy.confidences(of: statistic)
                return asked.isEmpty ? [own] : asked
            },
            delta: session.manifest.delta,
            seed: session.seed
        )
    }

    private func strongest(_ groups: [[AttackRun]], in book: ScoreBook) -> TrialLeakage? {
        StrongestAttack(groups: groups.map { MeasuredGroup($0, in: book) }, looks: aucs, seed: session.seed)
            .leakage(.any)
    }

    private static func attacks(_ book: ScoreBook) -> [[AttackRun]] {
        book.groups.filter { !controls.contains($0[0].attack) }
    }

    private static func controls(_ book: ScoreBook) -> [[AttackRun]] {
        book.groups.filter { controls.contains($0[0].attack) }
    }

    private static let controls = Set(AuditAttacks.descriptors.filter(\.isControl).map(\.id))

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
