import Foundation
import ShadowModels

/// Answers put together subject by subject: one row per subject, class and model.
struct SubjectTable {
    /// The aggregates (rows, `AnswerAggregate.width`).
    private(set) var values: [[Double]] = []
    /// The class of each row.
    private(set) var labels: [Int] = []
    /// The subject of each row.
    private(set) var subjects: [Int] = []
    /// Whether each subject's records were in the model's training set.
    private(set) var isMember: [Bool] = []
    /// Which answers each row is made of.
    private(set) var rows: [[Int]] = []

    /// Adds the answers of one model about records that all are, or all are not, in its training set.
    mutating func append(_ answers: Answers, subjects: [Int], isMember: Bool) {
        var places: [[Int]: Int] = [:]
        var groups: [(key: [Int], rows: [Int])] = []
        for (row, subject) in subjects.enumerated() {
            let key = [answers.labels[row], subject]
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append((key, [row]))
            }
        }
        for group in groups {
            values.append(AnswerAggregate.values(answers, group.rows))
            labels.append(group.key[0])
            self.subjects.append(group.key[1])
            self.isMember.append(isMember)
            rows.append(group.rows)
        }
    }

    /// The rows of one class.
    func rows(of label: Int) -> [Int] { labels.indices.filter { labels[$0] == label } }

    /// Whether rows hold members and non-members.
    func hasBothSides(_ rows: [Int]) -> Bool {
        rows.contains { isMember[$0] } && rows.contains { !isMember[$0] }
    }

    /// Rows as features, each column with the mean and the standard deviation it has over `reference` rows of a table.
    func features(_ rows: [Int], like reference: [Int], of table: SubjectTable) -> [Float] {
        let count = Double(max(1, reference.count))
        let scales = (0..<AnswerAggregate.width).map { k in
            let mean = reference.reduce(0.0) { $0 + table.values[$1][k] } / count
            let square = reference.reduce(0.0) { $0 + pow(table.values[$1][k] - mean, 2) } / count
            return (mean, square > 0 ? 1 / square.squareRoot() : 0)
        }
        return rows.flatMap { row in zip(values[row], scales).map { Float(($0 - $1.0) * $1.1) } }
    }
}
