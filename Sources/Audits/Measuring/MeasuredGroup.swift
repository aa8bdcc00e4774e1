import AuditCore
import Statistics

/// The repeats of one attack under one approach and size, ready to be turned into measurements.
struct MeasuredGroup {
    let runs: [AttackRun]
    let book: ScoreBook
    /// Per repeat, per class.
    let counts: [[ClassCounts]]

    init(_ runs: [AttackRun], in book: ScoreBook) {
        self.runs = runs
        self.book = book
        counts = runs.map { ClassCounts.of($0, in: book) }
    }

    var attack: String { runs[0].attack }
    var approach: Approach { runs[0].approach }
    var size: Int { runs[0].size }

    /// Whether no repeat tells any record from another: what it then measures is the method, not the model.
    var ranksNobody: Bool { runs.allSatisfy { run in run.scores.scores.allSatisfy { $0 == run.scores.scores.first } } }

    /// What the figures of an attack that ranks nobody say.
    static let emptyNote = Phrase(key: "note.ranks-nobody")

    /// What to keep in mind about intervals that count records where several belong to one subject.
    var clusterNote: Phrase? {
        guard let subjects = book.subjects, Set(subjects).count < subjects.count else { return nil }
        return Phrase(key: "note.clustered")
    }

    /// Scores of the members of one repeat.
    func members(_ run: AttackRun) -> [Double] { Array(run.scores.scores[..<book.members]) }
    /// Scores of the non-members of one repeat.
    func nonMembers(_ run: AttackRun) -> [Double] { Array(run.scores.scores[book.members...]) }

    /// Mean over repeats of a count over all classes.
    func mean(_ count: (ClassCounts) -> Int) -> Double {
        Double(counts.reduce(0) { $0 + $1.reduce(0) { $0 + count($1) } }) / Double(counts.count)
    }

    /// Mean over repeats of a count of one class.
    func mean(_ label: Int, _ count: (ClassCounts) -> Int) -> Double {
        Double(counts.reduce(0) { $0 + count($1[label]) }) / Double(counts.count)
    }

    /// A measurement of this group; `sample` counts what it rests on, where that is not records.
    func measurement(
        _ statistic: Statistic,
        _ values: [Double?],
        interval: Interval?,
        method: Phrase,
        sample: (members: Int, nonMembers: Int)? = nil,
        note: Phrase? = nil
    ) -> Measurement {
        let known = values.compactMap(\.self)
        return Measurement(
            attack: attack,
            approach: approach,
            shadowSize: size,
            statistic: statistic,
            value: Descriptive.mean(known),
            interval: known.isEmpty ? nil : interval,
            method: method,
            members: sample?.members ?? book.members,
            nonMembers: sample?.nonMembers ?? book.nonMembers,
            repeats: runs.count,
            standardDeviation: Descriptive.standardDeviation(known),
            note: note,
            population: book.population
        )
    }
}
