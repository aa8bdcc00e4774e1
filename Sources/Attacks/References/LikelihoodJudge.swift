import ShadowModels
import Statistics

/// LiRA: how likely φ is under models that were trained on a record, and under models that were not (Carlini et al. 2022,
/// section IV, algorithm 1).
struct LikelihoodJudge: ReferenceJudge {
    private let moments: ReferenceMoments
    private let isOnline: Bool
    private let isPooled: Bool
    /// The adversary's records: what all records share is taken from these alone, so that no record's score depends on
    /// which others are in question.
    private let shadow: Range<Int>

    /// Fits the models' answers, record by record.
    init(_ references: ReferenceSignals, _ scoring: ScoringSettings) {
        moments = ReferenceMoments(references, \.margins)
        shadow = 0..<references.shadowRecords
        isOnline = references.isOnline
        isPooled = scoring.variance.isPooled(models: references.models.count)
    }

    func scores(_ rows: [Int], of attacked: TrueClassSignals, leaving left: Int?) -> [Double] {
        let own = shadow.map { moments.of($0, leaving: left) }
        let memberFit = Common(own.map(\.inside), isPooled: isPooled)
        let otherFit = Common(own.map(\.outside), isPooled: isPooled)
        var shift = Moments()
        for (inside, outside) in own where inside.count > 0 && outside.count > 0 {
            shift.add(inside.mean - outside.mean)
        }
        return rows.map { row in
            let (inside, outside) = moments.of(row, leaving: left)
            let out = otherFit.fit(outside, mean: otherFit.mean)
            let score: Double?
            if isOnline {
                // A record that no model was trained on moves as the others do on average.
                let own = memberFit.fit(inside, mean: out.mean + shift.mean)
                score = LikelihoodRatio.online(attacked.margins[row], in: own, out: out)
            } else {
                score = LikelihoodRatio.offline(attacked.margins[row], out: out)
            }
            return score ?? 0
        }
    }

    /// What stands in where one record has too few models.
    private struct Common {
        let mean: Double
        let deviation: Double
        let isPooled: Bool

        init(_ records: [Moments], isPooled: Bool) {
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
