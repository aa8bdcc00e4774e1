import AuditCore
import Foundation
import Policies

/// What an audit's scores say, measured and judged by a policy.
struct Assessment: Sendable {
    /// The attacks that ran, as they describe themselves.
    let ran: [AttackDescriptor]
    /// Every figure.
    let measurements: [AuditCore.Measurement]
    /// The figures per class.
    let classMeasurements: [ClassMeasurement]
    /// What became of each attack.
    let outcomes: [AttackOutcome]
    /// The policy's word.
    let judgement: Judgement

    /// The confidence of intervals that no gate asks for.
    private static let usual = 0.95

    /// Measures at the confidences the policy asks for, and judges.
    static func of(_ gathered: Gathered, _ policy: Policy, _ session: Session) -> Assessment {
        let books = gathered.books
        func confidences(_ statistic: Statistic) -> [Double] {
            let asked = policy.confidences(of: statistic)
            return asked.isEmpty ? [usual] : asked
        }
        let measuring = books.map { book in
            Measuring(book: book, confidences: confidences, delta: session.manifest.delta, seed: session.seed)
        }
        let measurements =
            measuring.flatMap { $0.measurements() }
            + (gathered.attributes?.measurements(confidences: confidences(.attributeAUC)) ?? [])
        let outcomes =
            books.flatMap { Outcomes.of($0, measurements: measurements, confidence: usual) }
            + (gathered.attributes?.outcomes(confidence: usual) ?? [])
        let classMeasurements = measuring[0].classMeasurements(gathered.classNames)
        let ran = AuditAttacks.ran(books, gathered.attributes)
        let evidence = Evidence(
            attacks: ran,
            measurements: measurements,
            classMeasurements: classMeasurements,
            outcomes: outcomes,
            checks: gathered.checks,
            skips: gathered.skips,
            context: session.manifest.context
        )
        return Assessment(
            ran: ran,
            measurements: measurements,
            classMeasurements: classMeasurements,
            outcomes: outcomes,
            judgement: PolicyJudge.judge(
                policy,
                digest: Digest.of(policy.bytes),
                evidence: evidence,
                today: CalendarDay(Date())
            )
        )
    }
}
