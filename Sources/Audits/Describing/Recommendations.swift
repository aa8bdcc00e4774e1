import AuditCore
import Countermeasures

/// Countermeasures tied to what this audit found.
enum Recommendations {
    /// What to do about leakage findings; nothing to repair means nothing but monitoring to recommend.
    ///
    /// Leakage that already shows without the transferred layers (`baseline`) is answered by the way the source model is
    /// trained and by its answers; leakage that the layers add is answered by the layers and the recipient.
    static func of(_ findings: [Finding], judgement: Judgement, book: ScoreBook) -> [Recommendation] {
        let leaks = findings.filter { $0.id.hasPrefix("leakage.") || $0.id.hasPrefix("undecided.") }.map(\.id)
        guard !leaks.isEmpty else { return [] }
        return CountermeasureCatalog.all.map { measure in
            Recommendation(
                countermeasure: measure.id,
                title: measure.title,
                heading: measure.heading,
                sentence: measure.sentence,
                caveat: measure.caveat + " Not measured in this audit.",
                reference: measure.reference,
                findings: measure.protectsLayers ? leaks : [],
                helps: measure.protectsLayers
            )
        }
    }
}
