import AuditCore
import Countermeasures

/// Trials held against each other, by the leakage and the accuracy that count.
struct TrialComparison {
    /// Every trial, in the order of the rows.
    let all: [CountermeasureTrial]
    /// Those that were measured; one that failed has no place among them.
    let measured: [MeasuredTrial]

    /// Compares trials by the recipient's accuracy, under the approach that gives the most with the model as it is, or by the
    /// source model's where there is no recipient.
    init(_ trials: [CountermeasureTrial]) {
        all = trials
        let made = trials.filter { $0.outcome == .measured }
        let original = made.first { $0.kind == .original } ?? made.first
        let recipients = (original?.utilities ?? []).filter { $0.measure == .recipient }
        let approach = recipients.max { $0.accuracy < $1.accuracy }?.approach
        measured = trials.enumerated().compactMap { index, trial in
            guard trial.outcome == .measured, let leakage = Self.strongest(trial),
                let utility = trial.utilities.first(where: {
                    approach == nil ? $0.measure == .source : $0.measure == .recipient && $0.approach == approach
                })
            else { return nil }
            return MeasuredTrial(
                row: index + 1,
                trial: trial,
                leakage: leakage,
                utility: utility,
                before: Self.reference(of: trial, among: made).flatMap(Self.strongest)
            )
        }
    }

    /// The attack with the largest AUC of all.
    private static func strongest(_ trial: CountermeasureTrial) -> TrialLeakage? {
        trial.leakage.first { $0.adversary == .any }
    }

    /// The model without the countermeasure: trained again where the countermeasure changes training.
    private static func reference(
        of trial: CountermeasureTrial,
        among made: [CountermeasureTrial]
    ) -> CountermeasureTrial? {
        guard trial.kind == .countermeasure else { return nil }
        let isTrained = CountermeasureCatalog.named(trial.countermeasure)?.descriptor.kind == .training
        return made.first { $0.kind == (isTrained ? .retrained : .original) }
    }

    /// The trials with the mark of those on the Pareto front.
    var marked: [CountermeasureTrial] {
        let front = Set(self.front.map(\.row))
        return all.enumerated().map { index, trial in
            var trial = trial
            trial.isOnFront = front.contains(index + 1)
            return trial
        }
    }

    /// Those on the Pareto front, by leakage.
    var front: [MeasuredTrial] {
        ParetoFront.indices(measured.map { (leakage: $0.leakage.auc, accuracy: $0.utility.accuracy) })
            .map { measured[$0] }
    }
}
