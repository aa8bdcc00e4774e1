import ShadowModels
import Statistics

/// LiRA: how likely φ is under models that were trained on a record, and under models that were not (Carlini et al. 2022,
/// section IV, algorithm 1).
struct LikelihoodJudge: ReferenceJudge {
    private let models: [ReferenceModel]
    private let isOnline: Bool
    private let isPooled: Bool
    /// The adversary's records: what all records share is taken from these alone, so that no record's score depends on
    /// which others are in question.
    private let shadow: Range<Int>
    /// φ of each record over the models that were trained on it.
    private let inside: [Moments]
    /// φ of each record over the models that were not.
    private let outside: [Moments]

    /// Fits the models' answers, record by record.
    ///
    /// - Parameters:
    ///   - references: the reference models.
    ///   - isOnline: whether to ask for models that were trained on the record, too.
    ///   - isPooled: whether all records share one variance.
    init(_ references: ReferenceSignals, isOnline: Bool, isPooled: Bool) {
        models = references.models
        shadow = 0..<references.shadowRecords
        self.isOnline = isOnline
        self.isPooled = isPooled
        var inside = Array(repeating: Moments(), count: references.attacked.count)
        var outside = inside
        for model in models {
            for (row, margin) in model.signals.margins.enumerated() {
                if model.isMember[row] { inside[row].add(margin) } else { outside[row].add(margin) }
            }
        }
        self.inside = inside
        self.outside = outside
    }

    func scores(_ rows: [Int], of attacked: TrueClassSignals, leaving left: Int?) -> [Double] {
        let (inside, outside) = (leaving(left, isMember: true), leaving(left, isMember: false))
        let (memberFit, otherFit) = (
            Common(inside[shadow], isPooled: isPooled), Common(outside[shadow], isPooled: isPooled)
        )
        var shift = Moments()
        for (own, other) in zip(inside[shadow], outside[shadow]) where own.count > 0 && other.count > 0 {
            shift.add(own.mean - other.mean)
        }
        return rows.map { row in
            let out = otherFit.fit(outside[row], mean: otherFit.mean)
            let score: Double?
            if isOnline {
                // A record that no model was trained on moves as the others do on average.
                let own = memberFit.fit(inside[row], mean: out.mean + shift.mean)
                score = LikelihoodRatio.online(attacked.margins[row], in: own, out: out)
            } else {
                score = LikelihoodRatio.offline(attacked.margins[row], out: out)
            }
            return score ?? 0
        }
    }

    private func leaving(_ left: Int?, isMember: Bool) -> [Moments] {
        let all = isMember ? inside : outside
        guard let left else { return all }
        let model = models[left]
        return all.indices.map { row in
            model.isMember[row] == isMember ? all[row].removing(model.signals.margins[row]) : all[row]
        }
    }

    /// What stands in where one record has too few models.
    private struct Common {
        let mean: Double
        let deviation: Double
        let isPooled: Bool

        init(_ records: ArraySlice<Moments>, isPooled: Bool) {
            var pooled = PooledVariance()
            var means = Moments()
            for record in records where record.count > 0 {
                pooled.add(record)
                means.add(record.mean)
            }
            mean = means.mean
            deviation = pooled.standardDeviation ?? means.standardDeviation ?? 1
            self.isPooled = isPooled
        }

        func fit(_ record: Moments, mean: Double) -> NormalFit {
            NormalFit(
                mean: record.count > 0 ? record.mean : mean,
                standardDeviation: isPooled ? deviation : record.standardDeviation ?? deviation
            )
        }
    }
}
