import AuditCore
import Statistics
import Tensors

/// Splits the uncertainty of each AUC into the audited sample, the shadow models and the training of the attack.
enum UncertaintySplits {
    /// One split per attack, approach and size whose attack was tried again.
    ///
    /// With R repeats the reported figure is their mean: the spread over repeats holds both the shadow models' part and the
    /// training's, and each counts with 1 / R of its variance.
    static func of(_ book: ScoreBook, seed: Seed) -> [UncertaintySplit] {
        book.groups.compactMap { runs in
            let group = MeasuredGroup(runs, in: book)
            guard let variants = runs[0].variants,
                let sample = AUCMeasurement(group: group, confidence: 0.95, seed: seed).sampleVariance()
            else { return nil }
            let values = runs.compactMap { ROC.auc(members: group.members($0), nonMembers: group.nonMembers($0)) }
            let repeats = Double(runs.count)
            let training =
                variants.isTrained
                ? Descriptive.standardDeviation(values.prefix(1) + variants.retrained) : 0
            var shadow = Jackknife.standardDeviation(without: variants.without)
            let spread = Descriptive.standardDeviation(values)
            if let spread {
                shadow = max(0, spread * spread - (training ?? 0) * (training ?? 0)).squareRoot() / repeats.squareRoot()
            }
            return UncertaintySplit(
                attack: group.attack,
                approach: group.approach,
                shadowSize: group.size,
                population: book.population,
                sample: sample.squareRoot(),
                shadow: shadow,
                shadowMethod: shadow.map { _ in spread == nil ? .jackknife : .repeats },
                training: training.map { $0 / repeats.squareRoot() }
            )
        }
    }
}
