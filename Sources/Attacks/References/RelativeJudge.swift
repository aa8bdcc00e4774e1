import ShadowModels
import Statistics

/// RMIA: against how many other records a record's gain in confidence stands out (Zarifzadeh et al. 2024, section 3).
///
/// LR(x, z) = [p(x|θ)/p(x)] / [p(z|θ)/p(z)]; the score is the share of z with LR > γ. Online, p(x) is the mean of what
/// models with and without x say; offline, p(x) = ½((1 + a)·mean_out + (1 − a)).
struct RelativeJudge: ReferenceJudge {
    private let models: [ReferenceModel]
    private let population: [Int]
    private let moments: ReferenceMoments
    private let isOnline: Bool
    private let gamma: Double
    private let offlineScale: Double

    /// Averages the models' answers, record by record.
    init(_ references: ReferenceSignals, _ scoring: ScoringSettings) {
        models = references.models
        population = references.population
        moments = ReferenceMoments(references, \.confidences)
        isOnline = references.isOnline
        gamma = scoring.gamma
        offlineScale = scoring.offlineScale
    }

    func scores(_ rows: [Int], of attacked: TrueClassSignals, leaving left: Int?) -> [Double] {
        let others = population.filter { row in left.map { !models[$0].isMember[row] } ?? true }
            .map { ratio($0, attacked, left) }.sorted()
        guard !others.isEmpty else { return rows.map { _ in 0 } }
        return rows.map { row in
            let bar = ratio(row, attacked, left) / gamma
            return Double(Self.below(bar, others)) / Double(others.count)
        }
    }

    /// p(x|θ)/p(x).
    private func ratio(_ row: Int, _ attacked: TrueClassSignals, _ left: Int?) -> Double {
        attacked.confidences[row] / max(marginal(row, left), .leastNormalMagnitude)
    }

    private func marginal(_ row: Int, _ left: Int?) -> Double {
        let (own, other) = moments.of(row, leaving: left)
        if isOnline, own.count > 0 { return other.count > 0 ? (own.mean + other.mean) / 2 : own.mean }
        return 0.5 * ((1 + offlineScale) * other.mean + (1 - offlineScale))
    }

    /// How many of the sorted values lie below a bar.
    private static func below(_ bar: Double, _ sorted: [Double]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < bar { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
