/// How series are told apart: colour, dash and marker, so that colour is never the only sign.
///
/// The colours keep at least 3:1 against white and stay apart for the common kinds of colour blindness. They are the
/// fallbacks of the style variables `--series-1` …, which the page sets for light, dark and print.
enum FigurePalette {
    /// One way to draw a series.
    struct Look {
        /// Which style variable holds the colour.
        let variable: String
        /// The colour, `#rrggbb`.
        let color: String
        /// gnuplot's dash type.
        let dash: String
        /// gnuplot's point type.
        let marker: Int
    }

    /// The look of the series at `index`, counted without reference lines; repeats after eight.
    static func look(_ index: Int) -> Look { looks[index % looks.count] }

    /// The look of the reference line at `index`, counted without the series; they differ by their dash.
    static func reference(_ index: Int) -> Look { references[index % references.count] }

    /// The colour of grid lines.
    static let grid = Look(variable: "--figure-grid", color: "#c9d1da", dash: "1", marker: 0)

    /// Every colour a drawing may hold, with its style variable.
    static let all: [Look] = looks + references + [grid]

    private static let references = ["(4,5)", "(14,4)", "(1,4)"].map {
        Look(variable: "--figure-reference", color: "#5d6875", dash: $0, marker: 0)
    }

    private static let looks = [
        Look(variable: "--series-1", color: "#0072b2", dash: "1", marker: 7),
        Look(variable: "--series-2", color: "#c4500b", dash: "(12,5)", marker: 5),
        Look(variable: "--series-3", color: "#007a5a", dash: "(3,4)", marker: 9),
        Look(variable: "--series-4", color: "#a6478a", dash: "(12,4,3,4)", marker: 13),
        Look(variable: "--series-5", color: "#7d6200", dash: "1", marker: 4),
        Look(variable: "--series-6", color: "#4a4fb5", dash: "(7,4)", marker: 6),
        Look(variable: "--series-7", color: "#8c3b3b", dash: "(2,3)", marker: 8),
        Look(variable: "--series-8", color: "#3f6b75", dash: "(8,3,2,3,2,3)", marker: 12),
    ]
}
