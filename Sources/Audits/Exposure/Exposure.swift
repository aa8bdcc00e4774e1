import AuditCore
import Statistics

/// How strong the evidence against each subject, or each record, of the members is: the worklist for requests under GDPR
/// Art. 17 and 21.
///
/// An attack's score of a record is held against those of all non-members (`ConformalPValue`). A subject's p-value is the
/// smallest over its records and over the attacks, times how many were looked at (Bonferroni), so that having many records
/// or many attacks does not by itself make a subject suspicious.
public struct Exposure: Sendable {
    /// The false discovery rate at which subjects count as named.
    public static let level = 0.05
    /// Rows of the list that the report shows.
    static let shown = 10

    /// All subjects, or records, of the members, the most exposed first.
    public let subjects: [ExposureSheet.Subject]
    let identifiers: ExposureSheet.Identifiers

    /// What the report shows.
    public var sheet: ExposureSheet {
        ExposureSheet(
            identifiers: identifiers,
            count: subjects.count,
            named: subjects.count { $0.q <= Self.level },
            level: Self.level,
            head: Array(subjects.prefix(Self.shown))
        )
    }

    private struct Attack {
        let run: AttackRun
        let scores: [Double]
        let p: [Double]
    }

    /// Ranks the members.
    ///
    /// - Parameters:
    ///   - book: the scores; subjects in it stand as they are to be written.
    ///   - controls: attacks that only serve as a yardstick.
    ///   - identifiers: how subjects are named.
    public init(_ book: ScoreBook, controls: Set<String>, identifiers: ExposureSheet.Identifiers) {
        self.identifiers = identifiers
        let attacks = Self.strongest(
            book.groups.filter { group in group.first.map { !controls.contains($0.attack) } ?? false }
        )
        .map { Self.attack($0, book) }
        let rows = Self.rows(of: book)
        guard !attacks.isEmpty, book.nonMembers > 0 else {
            subjects = []
            return
        }
        let worst = rows.map { Self.worst($0.rows, attacks) }
        let p = zip(rows, worst).map { min(1, $1.p * Double($0.rows.count * attacks.count)) }
        let q = BenjaminiHochberg.adjusted(p)
        let order = rows.indices.sorted { (p[$0], worst[$0].p, $0) < (p[$1], worst[$1].p, $1) }
        subjects = order.enumerated().map { place, index in
            let found = worst[index]
            return ExposureSheet.Subject(
                rank: place + 1,
                name: rows[index].name,
                records: rows[index].rows.count,
                attack: found.attack.run.attack,
                approach: found.attack.run.approach,
                shadowSize: found.attack.run.size,
                row: found.row,
                score: found.attack.scores[found.row],
                p: p[index],
                q: q[index]
            )
        }
    }

    /// Of each attack and approach the runs with the most shadow records: choosing among sizes would be another look.
    private static func strongest(_ groups: [[AttackRun]]) -> [[AttackRun]] {
        var best: [String: [AttackRun]] = [:]
        var order: [String] = []
        for group in groups {
            guard let first = group.first else { continue }
            let key = "\(first.attack)/\(first.approach.rawValue)"
            if let known = best[key]?.first, known.size >= first.size { continue }
            if best[key] == nil { order.append(key) }
            best[key] = group
        }
        return order.compactMap { best[$0] }
    }

    /// Scores averaged over repeats; an infinite one stays infinite.
    private static func attack(_ group: [AttackRun], _ book: ScoreBook) -> Attack {
        let scores = (0..<book.labels.count).map { row in
            group.reduce(0.0) { $0 + $1.scores.scores[row] } / Double(group.count)
        }
        let references = Array(scores[book.members...])
        let p = ConformalPValue.of(Array(scores[..<book.members]), among: references)
        return Attack(run: group[0], scores: scores, p: p)
    }

    private static func rows(of book: ScoreBook) -> [(name: Phrase, rows: [Int])] {
        guard let subjects = book.subjects else {
            return (0..<book.members).map { (Phrase(key: "exposure.row", ["row": .whole($0)]), [$0]) }
        }
        var places: [String: Int] = [:]
        var result: [(name: Phrase, rows: [Int])] = []
        for row in 0..<book.members {
            let subject = subjects[row]
            if let place = places[subject] {
                result[place].rows.append(row)
            } else {
                places[subject] = result.count
                result.append((Phrase(verbatim: subject), [row]))
            }
        }
        return result
    }

    private static func worst(_ rows: [Int], _ attacks: [Attack]) -> (p: Double, row: Int, attack: Attack) {
        var best = (p: Double.infinity, row: rows[0], attack: attacks[0])
        for attack in attacks {
            for row in rows where attack.p[row] < best.p { best = (attack.p[row], row, attack) }
        }
        return best
    }
}
