import AuditCore
import Statistics

/// The AUC over subjects: how well an adversary who holds all of a person's records tells whether that person was in the
/// training set (Liew and Takahashi 2020, aggregate-level inference).
///
/// A subject's score is the mean over its audited records; it is a member when one of them is. Subjects are independent,
/// so DeLong's variance holds over them; with few of them, or scores that separate them all, the largest variance an AUC
/// can have stands in.
struct SubjectMeasurement {
    let group: MeasuredGroup
    let confidence: Double

    /// The mean over repeats; nil where the data name no subjects.
    func measurement() -> Measurement? {
        guard let names = group.book.subjects else { return nil }
        let subjects = SubjectScores.Subjects(names, members: group.book.members)
        let sample = (subjects.members, subjects.nonMembers)
        let runs = group.runs.map { SubjectScores($0.scores.scores, of: subjects) }
        let values = runs.map { ROC.auc(members: $0.members, nonMembers: $0.nonMembers) }
        let method = Phrase(key: "method.subjects")
        guard min(subjects.members, subjects.nonMembers) > 1 else {
            let note = Phrase(key: "note.few-subjects", ["members": .whole(sample.0), "nonMembers": .whole(sample.1)])
            return group.measurement(.subjectAUC, [], interval: nil, method: method, sample: sample, note: note)
        }
        guard !group.ranksNobody else {
            return group.measurement(
                .subjectAUC,
                values,
                interval: Interval(low: 0, high: 1, confidence: confidence),
                method: Phrase(key: "method.whole-range"),
                sample: sample,
                note: MeasuredGroup.emptyNote
            )
        }
        let largest = AUCMeasurement.largestVariance(subjects.members, subjects.nonMembers)
        let isSmall = min(subjects.members, subjects.nonMembers) < AUCMeasurement.fewestSubjects
        let variances = runs.compactMap { DeLong.variance(members: $0.members, nonMembers: $0.nonMembers) }
        let wide = isSmall || variances.contains(0)
        return group.measurement(
            .subjectAUC,
            values,
            interval: interval(values.compactMap(\.self), variances.map { isSmall || $0 == 0 ? max($0, largest) : $0 }),
            method: wide ? Phrase(key: "method.subjects-widened", ["method": .phrase(method)]) : method,
            sample: sample,
            note: Phrase(key: "note.subjects")
        )
    }

    private func interval(_ values: [Double], _ variances: [Double]) -> Interval? {
        guard let mean = Descriptive.mean(values), let sampling = Descriptive.mean(variances),
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
        else { return nil }
        let spread = Descriptive.standardDeviation(values).map { $0 * $0 / Double(values.count) } ?? 0
        let half = z * (sampling + spread).squareRoot()
        return Interval(low: max(0, mean - half), high: min(1, mean + half), confidence: confidence)
    }
}
