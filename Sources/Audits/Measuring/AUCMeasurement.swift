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

    /// Resamples of the subject bootstrap.
    static let resamples = 1000
    /// As many as a standard deviation needs.
    static let fewResamples = 200
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
        if let subjects = group.book.subjects { return bootstrapped(values, subjects) }
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

    /// The subjects of the members and of the non-members, as numbers.
    private func sides(_ subjects: [String]) -> (inside: [Int], outside: [Int]) {
        var numbers: [String: Int] = [:]
        for subject in subjects where numbers[subject] == nil { numbers[subject] = numbers.count }
        let indices = subjects.compactMap { numbers[$0] }
        return (Array(indices[..<group.book.members]), Array(indices[group.book.members...]))
    }

    /// Mean AUCs of resamples of subjects.
    private func means(_ subjects: [String], resamples: Int) -> [Double] {
        let (inside, outside) = sides(subjects)
        return SubjectBootstrap.meanAUCs(
            runs: group.runs.map { (members: group.members($0), nonMembers: group.nonMembers($0)) },
            memberSubjects: inside,
            nonMemberSubjects: outside,
            resamples: resamples,
            seed: seed.derived("subject-bootstrap").value
        )
    }

    private func bootstrapped(_ values: [Double?], _ subjects: [String]) -> Measurement {
        let (inside, outside) = sides(subjects)
        let means = means(subjects, resamples: Self.resamples)
        var method = Phrase(key: "method.bootstrap", ["count": .whole(Self.resamples)])
        var interval: Interval?
        if let low = Descriptive.quantile((1 - confidence) / 2, of: means),
            let high = Descriptive.quantile((1 + confidence) / 2, of: means)
        {
            interval = Interval(low: low, high: high, confidence: confidence)
            let mean = Descriptive.mean(values.compactMap(\.self))
            if (1 - confidence) / 2 * Double(Self.resamples) < Self.fewestBeyond, let mean,
                let deviation = Descriptive.standardDeviation(means),
                let normal = self.interval(mean, variance: deviation * deviation)
            {
                interval = Self.hull(interval, normal)
                method = Phrase(key: "method.bootstrap-tail", ["method": .phrase(method)])
            }
            let (members, nonMembers) = (Set(inside).count, Set(outside).count)
            if low == high || min(members, nonMembers) < Self.fewestSubjects, let mean,
                let widest = self.interval(mean, variance: Self.largestVariance(members, nonMembers))
            {
                interval = Self.hull(interval, widest)
                method = Phrase(key: "method.bootstrap-widened", ["method": .phrase(method)])
            }
        }
        return group.measurement(.auc, values, interval: interval, method: method)
    }

    /// The narrowest interval that holds two of the same confidence.
    private static func hull(_ one: Interval?, _ other: Interval) -> Interval {
        guard let one else { return other }
        return Interval(low: min(one.low, other.low), high: max(one.high, other.high), confidence: other.confidence)
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
        if let subjects = group.book.subjects {
            return Descriptive.standardDeviation(means(subjects, resamples: Self.fewResamples)).map { $0 * $0 }
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
