import ShadowModels
import Statistics

/// RMIA: against how many other records a record's gain in confidence stands out (Zarifzadeh et al. 2024, section 3).
///
/// LR(x, z) = [p(x|θ)/p(x)] / [p(z|θ)/p(z)]; the score is the share of z with LR > γ. Online, p(x) is the mean of what
/// models with and without x say; offline, p(x) = ½((1 + a)·mean_out + (1 − a)).
struct RelativeJudge: ReferenceJudge {
    private let models: [ReferenceModel]
    private let population: [Int]
    private let isOnline: Bool
    private let gamma: Double
    private let offlineScale: Double
    private let inside: [Moments]
    private let outside: [Moments]

    /// Averages the models' answers, record by record.
    ///
    /// - Parameters:
    ///   - references: the reference models.
    ///   - isOnline: whether models that were trained on the record count, too.
    ///   - gamma: γ ≥ 1.
    ///   - offlineScale: a, in [0, 1].
    init(_ references: ReferenceSignals, isOnline: Bool, gamma: Double, offlineScale: Double) {
        models = references.models
        population = references.population
        self.isOnline = isOnline
        self.gamma = gamma
        self.offlineScale = offlineScale
        var inside = Array(repeating: Moments(), count: references.attacked.count)
        var outside = inside
        for model in models {
            for (row, confidence) in model.signals.confidences.enumerated() {
                if model.isMember[row] { inside[row].add(confidence) } else { outside[row].add(confidence) }
            }
        }
        self.inside = inside
        self.outside = outside
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
        var (own, other) = (inside[row], outside[row])
        if let left {
            let confidence = models[left].signals.confidences[row]
            if models[left].isMember[row] { own = own.removing(confidence) } else { other = other.removing(confidence) }
        }
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
