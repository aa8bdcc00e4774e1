import AuditCore
import Statistics
import Tensors

/// The mean AUCs of a group over resamples of subjects: drawn once, they serve intervals of every confidence.
struct AUCResamples {
    /// One mean over repeats per resample, in [0, 1].
    let means: [Double]
    /// How many subjects the members belong to.
    let memberSubjects: Int
    /// How many subjects the non-members belong to.
    let nonMemberSubjects: Int

    /// Resamples of an interval.
    static let usualCount = 1000
    /// As many as a standard deviation needs.
    static let fewCount = 200

    /// Draws the resamples; nil where every record is its own subject by default, or nobody is ranked.
    init?(_ group: MeasuredGroup, count: Int = usualCount, seed: Seed) {
        guard let subjects = group.book.subjects, !group.ranksNobody else { return nil }
        var numbers: [String: Int] = [:]
        for subject in subjects where numbers[subject] == nil { numbers[subject] = numbers.count }
        let indices = subjects.compactMap { numbers[$0] }
        let inside = Array(indices[..<group.book.members])
        let outside = Array(indices[group.book.members...])
        memberSubjects = Set(inside).count
        nonMemberSubjects = Set(outside).count
        means = SubjectBootstrap.meanAUCs(
            runs: group.runs.map { (members: group.members($0), nonMembers: group.nonMembers($0)) },
            memberSubjects: inside,
            nonMemberSubjects: outside,
            resamples: count,
            seed: seed.derived("subject-bootstrap").value
        )
    }
}
