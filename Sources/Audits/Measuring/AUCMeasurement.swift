import AuditCore
import Statistics
import Tensors

/// The AUC of a group with its interval.
///
/// Where the usual interval would have no width although the sample is finite, a wider one that is honest stands in:
/// figures that decide gates must never look certain only because a formula broke down.
struct AUCMeasurement {
    let group: MeasuredGroup
    let confidence: Double
    let seed: Seed
    /// Resamples of subjects, where they have been drawn for another confidence; nil to draw them.
    var resamples: AUCResamples?

    /// Resamples beyond an end of the interval below which the percentile is chance: as many as lie beyond one of 99 %.
    static let fewestBeyond = 5.0
    /// Subjects per side below which the percentiles of a bootstrap are too narrow.
    static let fewestSubjects = 20

    /// The mean AUC over repeats.
    func measurement() -> Measurement {
        let values = group.runs.map { ROC.auc(members: group.members($0), nonMembers: group.nonMembers($0)) }
        guard !group.ranksNobody else {
            return group.measurement(
                .auc,
                values,
                interval: Interval(low: 0, high: 1, confidence: confidence),
                method: Phrase(key: "method.whole-range"),
                note: MeasuredGroup.emptyNote
            )
        }
        if let resamples = resamples ?? AUCResamples(group, seed: seed) { return bootstrapped(values, resamples) }
        return normal(values)
    }

    private func normal(_ values: [Double?]) -> Measurement {
        let largest = Self.largestVariance(group.book.members, group.book.nonMembers)
        let variances = group.runs.compactMap {
            DeLong.variance(members: group.members($0), nonMembers: group.nonMembers($0))
        }
        let vanishes = variances.contains(0)
        let known = values.compactMap(\.self)
        let spread = Descriptive.standardDeviation(known).map { $0 * $0 / Double(known.count) } ?? 0
        var interval: Interval?
        if let mean = Descriptive.mean(known), let variance = Descriptive.mean(variances.map { $0 > 0 ? $0 : largest })
        {
            interval = self.interval(mean, variance: variance + spread)
        }
        let method = Phrase(key: group.runs.count > 1 ? "method.delong-repeats" : "method.delong")
        return group.measurement(
            .auc,
            values,
            interval: interval,
            method: vanishes ? Phrase(key: "method.delong-vanishing", ["method": .phrase(method)]) : method
        )
    }

    private func bootstrapped(_ values: [Double?], _ resamples: AUCResamples) -> Measurement {
        let means = resamples.means
        var method = Phrase(key: "method.bootstrap", ["count": .whole(means.count)])
        guard var interval = percentiles(means) else {
            return group.measurement(.auc, values, interval: nil, method: method)
        }
        let hasNoWidth = interval.low == interval.high
        let mean = Descriptive.mean(values.compactMap(\.self))
        if (1 - confidence) / 2 * Double(means.count) < Self.fewestBeyond, let mean,
            let deviation = Descriptive.standardDeviation(means),
            let normal = self.interval(mean, variance: deviation * deviation)
        {
            interval = Self.hull(interval, normal)
            method = Phrase(key: "method.bootstrap-tail", ["method": .phrase(method)])
        }
        let (members, nonMembers) = (resamples.memberSubjects, resamples.nonMemberSubjects)
        if hasNoWidth || min(members, nonMembers) < Self.fewestSubjects, let mean,
            let widest = self.interval(mean, variance: Self.largestVariance(members, nonMembers))
        {
            interval = Self.hull(interval, widest)
            method = Phrase(key: "method.bootstrap-widened", ["method": .phrase(method)])
        }
        return group.measurement(.auc, values, interval: interval, method: method)
    }

    private func percentiles(_ means: [Double]) -> Interval? {
        guard let low = Descriptive.quantile((1 - confidence) / 2, of: means),
            let high = Descriptive.quantile((1 + confidence) / 2, of: means)
        else { return nil }
        return Interval(low: low, high: high, confidence: confidence)
    }

    /// The narrowest interval that holds two of the same confidence.
    private static func hull(_ one: Interval, _ other: Interval) -> Interval {
        Interval(low: min(one.low, other.low), high: max(one.high, other.high), confidence: other.confidence)
    }

    /// A(1 − A) / min(m, n) at A = ½, which no AUC's variance exceeds (van Dantzig 1951; Bamber 1975).
    static func largestVariance(_ members: Int, _ nonMembers: Int) -> Double {
        1 / (4 * Double(max(1, min(members, nonMembers))))
    }

    /// The variance of the mean AUC that comes from the audited records: DeLong's, averaged over repeats, or that of a bootstrap
    /// over subjects.
    ///
    /// - Returns: the variance; nil where no repeat ranks anybody.
    func sampleVariance() -> Double? {
        guard !group.ranksNobody else { return nil }
        if let resamples = AUCResamples(group, count: AUCResamples.fewCount, seed: seed) {
            return Descriptive.standardDeviation(resamples.means).map { $0 * $0 }
        }
        let largest = Self.largestVariance(group.book.members, group.book.nonMembers)
        let variances = group.runs.compactMap {
            DeLong.variance(members: group.members($0), nonMembers: group.nonMembers($0))
        }
        return Descriptive.mean(variances.map { $0 > 0 ? $0 : largest })
    }

    private func interval(_ mean: Double, variance: Double) -> Interval? {
        NormalDistribution.quantile(0.5 + confidence / 2).map { z in
            let half = z * variance.squareRoot()
            return Interval(low: max(0, mean - half), high: min(1, mean + half), confidence: confidence)
        }
    }
}
