import AuditCore
import Foundation

/// The figures of the hand-made audit: error bars, logarithmic axes, histograms.
enum SampleFigures {
    static func all(series name: String) -> [Figure] { [accuracy(series: name), roc, confidence] }

    private static func accuracy(series name: String) -> Figure {
        let sizes: [Double] = [100, 200, 300, 400, 500, 600, 800, 1000]
        func line(_ name: Phrase, _ level: Double, _ slope: Double) -> Figure.Series {
            let points = sizes.map { Figure.Point(x: $0, y: level + slope * log10($0 / 100), error: 0.012) }
            return Figure.Series(name: name, style: .lines, points: points)
        }
        return Figure(
            id: "accuracy-transmia-svm",
            title: "Accuracy of transmia-svm against the size of the shadow training set.",
            alternative:
                """
                Freezing and fine-tuning lie near 0.62, above the gap attack's level only at small sizes; the \
                baseline, which does not use the transferred layers, stays near chance.
                """,
            x: Figure.Axis(title: "Records per shadow training set"),
            y: Figure.Axis(title: "Accuracy, mean over classes", range: 0.4...0.8),
            series: [
                line(Phrase(verbatim: name), 0.647, -0.02), line("fine-tuning", 0.62, -0.015),
                line("baseline", 0.505, 0.01),
                Figure.Series(
                    name: "gap",
                    style: .reference,
                    points: [.init(x: 100, y: 0.6243), .init(x: 1000, y: 0.6243)]
                ),
                Figure.Series(
                    name: "chance",
                    style: .reference,
                    points: [.init(x: 100, y: 0.5), .init(x: 1000, y: 0.5)]
                ),
            ]
        )
    }

    private static var roc: Figure {
        func curve(_ name: Phrase, _ power: Double) -> Figure.Series {
            let points = (0...120).map { step in
                let rate = pow(10, -4 + 4 * Double(step) / 120)
                return Figure.Point(x: rate, y: pow(rate, power))
            }
            return Figure.Series(name: name, style: .lines, points: [.init(x: 0, y: 0)] + points)
        }
        return Figure(
            id: "roc",
            title: "ROC curves, both axes logarithmic.",
            alternative:
                "At low false-positive rates the three attacks under freezing lie above the diagonal of guessing.",
            x: Figure.Axis(title: "False-positive rate", isLogarithmic: true, range: 0.0001...1),
            y: Figure.Axis(title: "True-positive rate", isLogarithmic: true, range: 0.0001...1),
            series: [
                curve("transmia-dnn, freezing", 0.9), curve("transmia-svm, freezing", 0.82),
                curve("transmia-entropy, freezing", 0.86), curve("target-blackbox-dnn, freezing", 0.995),
                Figure.Series(
                    name: "chance",
                    style: .reference,
                    points: [.init(x: 0.0001, y: 0.0001), .init(x: 1, y: 1)]
                ),
            ]
        )
    }

    private static var confidence: Figure {
        func histogram(_ name: Phrase, _ power: Double) -> Figure.Series {
            let points = (0..<20).map { bin in
                let center = (Double(bin) + 0.5) / 20
                return Figure.Point(x: center, y: pow(center, power) * (power + 1))
            }
            return Figure.Series(name: name, style: .steps, points: points)
        }
        return Figure(
            id: "confidence-source",
            title: "Confidence of the source model in the true class.",
            alternative: "Members crowd near one; non-members spread further down.",
            x: Figure.Axis(title: "Confidence in the true class", range: 0...1),
            y: Figure.Axis(title: "Density"),
            series: [histogram("members", 9), histogram("non-members", 3)]
        )
    }
}
