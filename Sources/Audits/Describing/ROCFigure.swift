import AuditCore
import Foundation
import Statistics

/// True-positive against false-positive rate on logarithmic axes, where membership leakage shows (Carlini et al. 2022).
enum ROCFigure {
    /// Points per curve: enough for a smooth line, few enough for a small report.
    private static let points = 60

    /// Curves in one figure.
    private static let strongest = 8

    /// One curve per attack and approach, the strongest of them, at the largest shadow size, first repeat.
    static func of(_ book: ScoreBook) -> Figure? {
        guard book.members > 1, book.nonMembers > 1 else { return nil }
        var largest: [String: AttackRun] = [:]
        var order: [String] = []
        for run in book.runs where run.turn == 1 && run.approach != .none {
            let key = "\(run.attack), \(run.approach.rawValue)"
            if largest[key] == nil { order.append(key) }
            if (largest[key]?.size ?? -1) < run.size { largest[key] = run }
        }
        // More curves than this nobody can tell apart: the strongest stay.
        if order.count > strongest {
            let aucs = largest.mapValues { run in
                ROC.auc(
                    members: Array(run.scores.scores[..<book.members]),
                    nonMembers: Array(run.scores.scores[book.members...])
                ) ?? 0
            }
            let kept = Set(order.sorted { aucs[$0, default: 0] > aucs[$1, default: 0] }.prefix(strongest))
            order.removeAll { !kept.contains($0) }
        }
        let floor = 1 / Double(max(book.members, book.nonMembers))
        let series = order.compactMap { key in
            largest[key].map { Figure.Series(name: name($0), style: .lines, points: curve($0, book, floor)) }
        }.filter { $0.points.count > 1 }
        guard !series.isEmpty else { return nil }
        let chance = [Figure.Point(x: floor, y: floor), Figure.Point(x: 1, y: 1)]
        return Figure(
            id: "roc",
            title: Phrase(key: "figure.roc"),
            alternative: Phrase(key: "figure.roc-alternative"),
            x: Figure.Axis(title: Phrase(key: "figure.fpr-axis"), isLogarithmic: true, range: floor...1),
            y: Figure.Axis(title: Phrase(key: "figure.tpr-axis"), isLogarithmic: true, range: floor...1),
            series: series + [Figure.Series(name: Phrase(key: "figure.chance"), style: .reference, points: chance)]
        )
    }

    private static func name(_ run: AttackRun) -> Phrase {
        Phrase(
            key: "figure.attack-approach",
            ["attack": .words(run.attack), "approach": .phrase(Phrase(key: "approach-name.\(run.approach.rawValue)"))]
        )
    }

    /// The curve at false-positive rates spread evenly over the logarithmic axis.
    private static func curve(_ run: AttackRun, _ book: ScoreBook, _ floor: Double) -> [Figure.Point] {
        let all = ROC.curve(
            members: Array(run.scores.scores[..<book.members]),
            nonMembers: Array(run.scores.scores[book.members...])
        ).filter { $0.falsePositiveRate > 0 && $0.truePositiveRate > 0 }
        var picked: [Figure.Point] = []
        var next = 0.0
        for point in all where point.falsePositiveRate >= next {
            picked.append(Figure.Point(x: point.falsePositiveRate, y: point.truePositiveRate))
            next = point.falsePositiveRate * pow(1 / floor, 1 / Double(points))
        }
        if picked.last?.x != 1 { picked.append(Figure.Point(x: 1, y: 1)) }
        return picked
    }
}
