import AuditCore
import Countermeasures

/// Countermeasures tied to what this audit found.
enum Recommendations {
    /// What to do about leakage findings; nothing to repair means nothing but monitoring to recommend.
    ///
    /// Leakage that is worst without the transferred layers (`baseline`) is answered by the way the source model is
    /// trained alone; leakage that is worst with the layers by whatever protects them. A countermeasure of the answers
    /// stands as one that does not help: the layers leave as they are.
    ///
    /// The order follows what was measured: where the layers make an attack stronger, sharing fewer of them stands first;
    /// where they add nothing clear, the way the source model is trained stands first.
    static func of(
        _ findings: [Finding],
        judgement: Judgement,
        contributions: [LayerContribution] = []
    ) -> [Recommendation] {
        let leaks = findings.compactMap { finding -> (id: String, isInLayers: Bool)? in
            guard let gate = judgement.gates.first(where: { $0.gate == finding.gate }), isLeak(gate) else { return nil }
            return (finding.id, gate.measurement?.approach != .baseline)
        }
        guard !leaks.isEmpty else { return [] }
        let layersAdd = contributions.isEmpty || contributions.contains { $0.finding == .stronger }
        let isLayerMeasure: (CountermeasureDescriptor) -> Bool = { $0.kind == .layers || $0.kind == .recipient }
        let all = CountermeasureCatalog.general
        let ordered = layersAdd ? all : all.filter { !isLayerMeasure($0) } + all.filter(isLayerMeasure)
        let reason = Phrase(key: "recommendation.layers-add-nothing")
        return ordered.compactMap { measure in
            let answered = leaks.filter { $0.isInLayers ? measure.protectsLayers : measure.kind == .training }.map(\.id)
            guard !answered.isEmpty || !measure.protectsLayers else { return nil }
            return Recommendation(
                countermeasure: measure.id,
                title: measure.title,
                heading: measure.heading,
                sentence: .sentences([measure.sentence] + (layersAdd || !isLayerMeasure(measure) ? [] : [reason])),
                caveat: .sentences([measure.caveat, Phrase(key: "recommendation.not-measured")]),
                reference: measure.reference,
                findings: answered,
                helps: !answered.isEmpty
            )
        }
    }

    /// A failed gate, or one whose interval reaches across its threshold; not one that lacks data or an attack.
    private static func isLeak(_ gate: GateResult) -> Bool {
        // What a population has in common is not hidden by what hides single records.
        guard gate.statistic != .attributeAUC else { return false }
        switch gate.outcome {
        case .fail: return true
        case .pass: return false
        case .inconclusive:
            guard let interval = gate.measurement?.interval else { return false }
            // An open or whole range reaches across every threshold and says nothing.
            let isWhole = interval.low <= 0 && interval.high >= 1
            let isLowerBound = gate.statistic == .epsilonLowerBound
            guard !isWhole, !isLowerBound else { return isLowerBound && interval.low > gate.threshold }
            return gate.bound == .atMost ? interval.high > gate.threshold : interval.low < gate.threshold
        }
    }
}
