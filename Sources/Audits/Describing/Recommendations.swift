import AuditCore
import Countermeasures

/// Countermeasures tied to what this audit found, and to what was measured of them here.
enum Recommendations {
    /// What to do about leakage findings; nothing to repair means nothing but monitoring to recommend.
    ///
    /// Leakage that is worst without the transferred layers (`baseline`) is answered by the way the source model is
    /// trained alone; leakage that is worst with the layers by whatever protects them. A countermeasure of the answers
    /// stands as one that does not help: the layers leave as they are.
    ///
    /// The order follows what was measured. Those that were tried and pass the policy stand first, the cheapest of them
    /// before the others, then those that clearly lower leakage, then those that were not tried, then those that do not help.
    /// Of those that were not tried, sharing fewer layers stands first where the layers make an attack stronger; where they
    /// add nothing clear, the way the source model is trained does.
    static func of(
        _ findings: [Finding],
        judgement: Judgement,
        contributions: [LayerContribution] = [],
        trials: [CountermeasureTrial] = []
    ) -> [Recommendation] {
        let leaks = findings.compactMap { finding -> (id: String, isInLayers: Bool)? in
            guard let gate = judgement.gates.first(where: { $0.gate == finding.gate }), gate.isLeak else { return nil }
            return (finding.id, gate.measurement?.approach != .baseline)
        }
        guard !leaks.isEmpty else { return [] }
        let layersAdd = contributions.isEmpty || contributions.contains { $0.finding == .stronger }
        let isLayerMeasure: (CountermeasureDescriptor) -> Bool = { $0.kind == .layers || $0.kind == .recipient }
        let general = CountermeasureCatalog.general
        let ordered =
            layersAdd ? general : general.filter { !isLayerMeasure($0) } + general.filter(isLayerMeasure)
        let comparison = TrialComparison(trials)
        let tried = CountermeasureCatalog.descriptors.filter { measure in
            !general.contains(measure) && trials.contains { $0.countermeasure == measure.id }
        }
        let reason = Phrase(key: "recommendation.layers-add-nothing")
        let all = (ordered + tried).compactMap { measure -> (standing: TriedMeasure.Standing, Recommendation)? in
            let answered = leaks.filter { $0.isInLayers ? measure.protectsLayers : measure.kind == .training }.map(\.id)
            if let tried = TriedMeasure(measure.id, comparison) {
                let helped = answered.isEmpty ? leaks.map(\.id) : answered
                return (
                    tried.standing,
                    recommendation(
                        measure,
                        [measure.sentence] + tried.sentences,
                        measure.caveat,
                        tried.standing.helps ? helped : [],
                        helps: tried.standing.helps
                    )
                )
            }
            guard !answered.isEmpty || !measure.protectsLayers else { return nil }
            return (
                answered.isEmpty ? .useless : .notTried,
                recommendation(
                    measure,
                    [measure.sentence] + (layersAdd || !isLayerMeasure(measure) ? [] : [reason]),
                    .sentences([measure.caveat, Phrase(key: "recommendation.not-measured")]),
                    answered,
                    helps: !answered.isEmpty
                )
            )
        }
        return all.enumerated().sorted { ($0.element.standing, $0.offset) < ($1.element.standing, $1.offset) }
            .map(\.element.1)
    }

    private static func recommendation(
        _ measure: CountermeasureDescriptor,
        _ sentences: [Phrase],
        _ caveat: Phrase,
        _ findings: [String],
        helps: Bool
    ) -> Recommendation {
        Recommendation(
            countermeasure: measure.id,
            title: measure.title,
            heading: measure.heading,
            sentence: .sentences(sentences),
            caveat: caveat,
            reference: measure.reference,
            findings: findings,
            helps: helps
        )
    }
}
