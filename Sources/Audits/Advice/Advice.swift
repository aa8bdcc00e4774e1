import AuditCore

/// What to do, from what was measured.
struct Advice {
    private let comparison: TrialComparison
    private let isLeaking: Bool

    /// - Parameters:
    ///   - trials: the model as it is, and what was tried on it.
    ///   - isLeaking: whether the audit of the model as it is found leakage.
    init(_ comparison: TrialComparison, isLeaking: Bool) {
        self.comparison = comparison
        self.isLeaking = isLeaking
    }

    private var changes: [MeasuredTrial] { comparison.measured.filter(\.isChange) }

    /// The changes that pass the policy, the cheapest first.
    private var passing: [MeasuredTrial] {
        changes.filter(\.passes).sorted { $0.isCheaper(than: $1) }
    }

    /// Those that clearly lower leakage, the largest fall first.
    private var falling: [MeasuredTrial] {
        changes.compactMap { trial in trial.clearFall.map { (trial: trial, fall: $0) } }
            .sorted { ($1.fall, $0.trial.row) < ($0.fall, $1.trial.row) }
            .map(\.trial)
    }

    /// The advice.
    var advice: TrialAdvice {
        if let original = comparison.measured.first(where: { $0.trial.kind == .original }), !isLeaking {
            return TrialAdvice(
                conclusion: .unnecessary,
                sentences: [AdviceSentences.unnecessary(original)]
                    + AdviceSentences.undecided([original]) + AdviceSentences.failed(comparison.all)
            )
        }
        let rest =
            AdviceSentences.falls(falling, of: changes) + AdviceSentences.front(comparison.front)
            + AdviceSentences.undecided(comparison.measured) + AdviceSentences.failed(comparison.all)
        if let cheapest = passing.first {
            return TrialAdvice(
                conclusion: .passes,
                trial: cheapest.trial.id,
                sentences: AdviceSentences.cheapest(cheapest, others: Array(passing.dropFirst())) + retrained + rest
            )
        }
        let nearest = changes.min { $0.isNearer(than: $1) }
        return TrialAdvice(
            conclusion: .nonePasses,
            trial: nearest?.trial.id,
            sentences: AdviceSentences.none(nearest: nearest) + retrained + rest
        )
    }

    /// Where training again alone passes, the recipe did it.
    private var retrained: [Phrase] {
        let again = comparison.measured.first { $0.trial.kind == .retrained }
        return again?.trial.verdict == .pass ? [Phrase(key: "advice.retrained-passes")] : []
    }
}
