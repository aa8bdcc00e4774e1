import AuditCore
import Countermeasures

/// Countermeasures tied to what this audit found.
enum Recommendations {
    /// What to do about leakage findings; nothing to repair means nothing but monitoring to recommend.
    ///
    /// The order follows what was measured: where the layers make an attack stronger, sharing fewer of them stands first;
    /// where they add nothing, the leak is the source model's, and the way it is trained stands first.
    static func of(_ findings: [Finding], contributions: [LayerContribution]) -> [Recommendation] {
        let leaks = findings.filter { $0.id.hasPrefix("leakage.") || $0.id.hasPrefix("undecided.") }.map(\.id)
        guard !leaks.isEmpty else { return [] }
        let layersAdd = contributions.isEmpty || contributions.contains { $0.finding == .stronger }
        let isLayerMeasure: (Countermeasure) -> Bool = { $0.kind == .layers || $0.kind == .recipient }
        let all = CountermeasureCatalog.all
        let ordered = layersAdd ? all : all.filter { !isLayerMeasure($0) } + all.filter(isLayerMeasure)
        let reason = " In this audit no attack is clearly stronger with the layers than without them."
        return ordered.map { measure in
            Recommendation(
                countermeasure: measure.id,
                title: measure.title,
                heading: measure.heading,
                sentence: measure.sentence + (layersAdd || !isLayerMeasure(measure) ? "" : reason),
                caveat: measure.caveat + " Not measured in this audit.",
                reference: measure.reference,
                findings: measure.protectsLayers ? leaks : [],
                helps: measure.protectsLayers
            )
        }
    }
}
