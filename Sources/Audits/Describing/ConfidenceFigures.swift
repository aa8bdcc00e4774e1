import AuditCore
import ShadowModels

/// Distributions of the confidence in the true class, for members and non-members (paper, figure 6).
enum ConfidenceFigures {
    private static let bins = 20

    /// One figure for the source model, and one per approach for its shadow models at the largest size.
    static func all(_ book: ScoreBook, _ all: [ShadowFarm]) -> [Figure] {
        guard let source = book.source else { return [] }
        let members = source.picking(Array(0..<book.members))
        let nonMembers = source.picking(Array(book.members..<book.labels.count))
        var figures = [
            figure(
                "confidence-source",
                Phrase(key: "figure.confidence-source"),
                [
                    (Phrase(key: "figure.members"), [members]), (Phrase(key: "figure.non-members"), [nonMembers]),
                ]
            )
        ]
        for approach in Approach.allCases {
            let farms = all.filter { $0.approach == approach }
            guard let size = farms.map(\.size).max(), let farm = farms.first(where: { $0.size == size }) else {
                continue
            }
            figures.append(
                figure(
                    "confidence-\(approach.rawValue)",
                    Phrase(
                        key: "figure.confidence-shadow",
                        ["approach": .phrase(Figures.title(approach)), "count": .whole(size)]
                    ),
                    [
                        (Phrase(key: "figure.shadow-training"), farm.models.map(\.members)),
                        (Phrase(key: "figure.shadow-test"), farm.models.map(\.nonMembers)),
                    ]
                )
            )
        }
        return figures
    }

    private static func figure(_ id: String, _ title: Phrase, _ groups: [(Phrase, [Answers])]) -> Figure {
        Figure(
            id: id,
            title: title,
            alternative: Phrase(
                key: "figure.confidence-alternative",
                ["title": .phrase(title), "groups": .list(groups.map(\.0), .and)]
            ),
            x: Figure.Axis(title: Phrase(key: "figure.confidence-axis"), range: 0...1),
            y: Figure.Axis(title: Phrase(key: "figure.share-axis")),
            series: groups.map { Figure.Series(name: $0.0, style: .steps, points: histogram($0.1)) }
        )
    }

    private static func histogram(_ answers: [Answers]) -> [Figure.Point] {
        var counts = [Int](repeating: 0, count: bins)
        var total = 0
        for answer in answers {
            for row in 0..<answer.count where answer.labels[row] < answer.classes {
                let confidence = answer.vectors[row * answer.classes + answer.labels[row]]
                counts[min(bins - 1, max(0, Int(confidence * Double(bins))))] += 1
                total += 1
            }
        }
        return counts.enumerated().map { index, count in
            Figure.Point(
                x: (Double(index) + 0.5) / Double(bins),
                y: total > 0 ? Double(count) / Double(total) : 0
            )
        }
    }
}
