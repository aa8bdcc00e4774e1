import AuditCore
import Statistics

extension AttributeBook {
    /// The AUC over worlds of each run, at each confidence.
    func measurements(confidences: [Double]) -> [Measurement] {
        runs.map(AttributeMeasurement.init).flatMap { figure in
            confidences.sorted(by: >).map { figure.measurement(value: value, share: share, confidence: $0) }
        }
    }

    /// What became of each attack, with its answer for the audited source model.
    ///
    /// Leakage is an AUC over worlds above 0.5 after Holm's correction over all runs. An attack that learns and cannot tell
    /// worlds it did not learn from is one that could not learn: nothing else shows that it could.
    func outcomes(confidence: Double) -> [AttackOutcome] {
        let figures = runs.map(AttributeMeasurement.init)
        let adjusted = HolmCorrection.adjusted(figures.map(\.pValue))
        return zip(figures, adjusted).map { figure, p in
            let run = figure.run
            let state: AttackOutcome.State =
                p < (1 - confidence) / 2 ? .leaks : run.learns ? .didNotLearn : .noEvidence
            let found =
                switch state {
                case .leaks: Phrase(key: "outcome.attribute-leaks", ["value": .words(value)])
                case .noEvidence: Phrase(key: "outcome.attribute-no-evidence", ["value": .words(value)])
                case .didNotLearn: Phrase(key: "outcome.attribute-did-not-learn", ["value": .words(value)])
                }
            return AttackOutcome(
                attack: run.attack,
                approach: run.approach,
                shadowSize: run.size,
                state: state,
                shadowAUC: run.learns ? figure.auc : nil,
                sentence: .sentences([found] + (state == .didNotLearn ? [] : answer(run)))
            )
        }
    }

    private func answer(_ run: AttributeRun) -> [Phrase] {
        let isRich = run.attacked >= 0
        let said = Phrase(
            key: isRich ? "outcome.attribute-rich" : "outcome.attribute-poor",
            ["value": .words(value)]
        )
        let known = truth.map { Phrase(key: "outcome.attribute-truth", ["share": .number($0, .roundedPercent)]) }
        return [said] + [known].compactMap(\.self)
    }
}
