import AuditCore
import ShadowModels

/// The figures of the report, as data.
enum Figures {
    /// Accuracy, precision and recall against shadow size; ROC; distributions of confidence (paper, figures 4 to 6).
    static func all(_ book: ScoreBook, measurements: [Measurement], farms: [ShadowFarm]) -> [Figure] {
        SizeFigures.all(measurements) + [ROCFigure.of(book)].compactMap(\.self)
            + ConfidenceFigures.all(book, farms)
    }

    /// The words for an approach in a legend.
    static func title(_ approach: Approach) -> Phrase { Phrase(key: "approach.\(approach.rawValue)") }
}
