import AuditCore
import Statistics
import Tensors

/// Figures of the scores as a ranking: AUC and TPR at fixed FPR.
struct RankingMeasurements {
    let group: MeasuredGroup
    let confidence: Double
    let seed: Seed

    /// Resamples of the subject bootstrap.
    static let resamples = 1000

    /// AUC and the TPR-at-FPR figures.
    func all() -> [Measurement] { [auc()] + [Statistic.tprAt10, .tprAt1, .tprAt01].compactMap(truePositiveRate) }

    private func auc() -> Measurement {
        let values = group.runs.map { ROC.auc(members: group.members($0), nonMembers: group.nonMembers($0)) }
        if let subjects = group.book.subjects { return bootstrapped(values, subjects) }
        let variances = group.runs.compactMap {
            DeLong.variance(members: group.members($0), nonMembers: group.nonMembers($0))
        }
        let known = values.compactMap(\.self)
        let spread = Descriptive.standardDeviation(known).map { $0 * $0 / Double(known.count) } ?? 0
        var interval: Interval?
        if let mean = Descriptive.mean(known), let variance = Descriptive.mean(variances),
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
        {
            let half = z * (variance + spread).squareRoot()
            interval = Interval(low: max(0, mean - half), high: min(1, mean + half), confidence: confidence)
        }
        return group.measurement(
            .auc,
            values,
            interval: interval,
            method: group.runs.count > 1
                ? "DeLong variance averaged over repeats, plus the variance of the mean over repeats" : "DeLong"
        )
    }

    private func bootstrapped(_ values: [Double?], _ subjects: [String]) -> Measurement {
        var numbers: [String: Int] = [:]
        for subject in subjects where numbers[subject] == nil { numbers[subject] = numbers.count }
        let indices = subjects.compactMap { numbers[$0] }
        let means = SubjectBootstrap.meanAUCs(
            runs: group.runs.map { (members: group.members($0), nonMembers: group.nonMembers($0)) },
            memberSubjects: Array(indices[..<group.book.members]),
            nonMemberSubjects: Array(indices[group.book.members...]),
            resamples: Self.resamples,
            seed: seed.derived("subject-bootstrap").value
        )
        let low = Descriptive.quantile((1 - confidence) / 2, of: means)
        let high = Descriptive.quantile((1 + confidence) / 2, of: means)
        var interval: Interval?
        if let low, let high { interval = Interval(low: low, high: high, confidence: confidence) }
        return group.measurement(
            .auc,
            values,
            interval: interval,
            method: "bootstrap over subjects, \(Self.resamples) resamples, percentiles of the mean over repeats"
        )
    }

    private func truePositiveRate(_ statistic: Statistic) -> Measurement? {
        guard let rate = statistic.falsePositiveRate else { return nil }
        let found = group.runs.compactMap {
            ROC.truePositiveRate(
                atFalsePositiveRate: rate,
                members: group.members($0),
                nonMembers: group.nonMembers($0)
            )
        }
        guard found.count == group.runs.count else {
            let needed = ROC.recordsToIdentify(falsePositiveRate: rate)
            return group.measurement(
                statistic,
                [],
                interval: nil,
                method: "empirical ROC, no interpolation",
                note: "not identifiable with n = \(group.book.nonMembers) non-members; \(needed) would do"
            )
        }
        let hits = found.reduce(0.0) { $0 + Double($1.truePositives) } / Double(found.count)
        let bounds = ClopperPearson.interval(
            successes: hits,
            trials: Double(group.book.members),
            confidence: confidence
        )
        return group.measurement(
            statistic,
            found.map(\.rate),
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: confidence) },
            method: "smallest threshold with empirical FPR within the rate; Clopper–Pearson at the mean count"
        )
    }
}
