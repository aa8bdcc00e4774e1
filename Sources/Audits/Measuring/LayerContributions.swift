import AuditCore
import Foundation
import Statistics

/// Holds every attack that uses the transferred layers against the same attack without them (BaseMIA).
enum LayerContributions {
    private struct Comparison {
        let run: AttackRun
        let difference: Double
        let variance: Double
        let p: Double
    }

    /// One comparison per attack, approach and size of which there is a baseline of the same size.
    ///
    /// Repeats are compared in pairs; differences and variances are averaged, which is conservative since the average of
    /// repeats varies at most as much as one of them. The variance of the mean over repeats is added, since each repeat
    /// has shadow models of its own; a single repeat shows nothing of it.
    static func of(_ book: ScoreBook, confidence: Double) -> [LayerContribution] {
        let groups = book.groups
        let comparisons = groups.compactMap { runs -> Comparison? in
            let first = runs[0]
            guard first.approach == .freezing || first.approach == .fineTuning,
                let baseline = groups.first(where: {
                    $0[0].attack == first.attack && $0[0].approach == .baseline && $0[0].size == first.size
                })
            else { return nil }
            return comparison(runs, baseline, book)
        }
        let adjusted = HolmCorrection.adjusted(comparisons.map(\.p))
        return zip(comparisons, adjusted).compactMap { comparison, p in
            NormalDistribution.quantile(0.5 + confidence / 2).map { z in
                let half = z * comparison.variance.squareRoot()
                let isClear = p < 1 - confidence
                return LayerContribution(
                    attack: comparison.run.attack,
                    approach: comparison.run.approach,
                    shadowSize: comparison.run.size,
                    difference: comparison.difference,
                    interval: Interval(
                        low: max(-1, comparison.difference - half),
                        high: min(1, comparison.difference + half),
                        confidence: confidence
                    ),
                    adjustedP: p,
                    finding: !isClear ? .noDifference : comparison.difference > 0 ? .stronger : .weaker
                )
            }
        }
    }

    private static func comparison(_ runs: [AttackRun], _ baseline: [AttackRun], _ book: ScoreBook) -> Comparison? {
        let tests = zip(runs, baseline).compactMap { with, without in
            DeLong.pairedTest(
                firstMembers: Array(with.scores.scores[..<book.members]),
                firstNonMembers: Array(with.scores.scores[book.members...]),
                secondMembers: Array(without.scores.scores[..<book.members]),
                secondNonMembers: Array(without.scores.scores[book.members...])
            )
        }
        let differences = tests.map(\.difference)
        guard let difference = Descriptive.mean(differences), let sampling = Descriptive.mean(tests.map(\.variance))
        else {
            return nil
        }
        let spread = Descriptive.standardDeviation(differences).map { $0 * $0 / Double(differences.count) } ?? 0
        let variance = sampling + spread
        // Scores that differ from no baseline score by rank differ in nothing: then there is nothing to test.
        let p = variance > 0 ? erfc(abs(difference) / (2 * variance).squareRoot()) : 1
        return Comparison(run: runs[0], difference: difference, variance: variance, p: p)
    }
}
