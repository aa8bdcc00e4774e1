import AuditCore

/// The script and data that make gnuplot draw a figure.
struct GnuplotScript {
    /// Width of the drawing in its own units; it scales to any width, and its letters stay legible on a phone.
    static let width = 560
    /// Height of the plot without the legend.
    static let plotHeight = 330

    /// Marks of an axis whose numbers still stand apart.
    private static let mostMarks = 24.0

    /// The whole input of gnuplot.
    private(set) var text = ""
    /// The true texts behind the stand-ins in the script.
    private(set) var labels = FigureLabels()
    /// Names of the drawn plots, in gnuplot's order; nil for one that only adds to another, such as error bars.
    private(set) var plots: [String?] = []

    private var blocks: [String] = []
    private var commands: [String] = []

    private let language: Language

    /// Writes the script; nil when no point can be drawn.
    init?(_ figure: Figure, in language: Language = .english) {
        self.language = language
        var look = 0
        var reference = 0
        for series in figure.series {
            let points = FigurePoints(series, on: figure)
            if series.style == .reference || series.style == .band {
                add(series, points, FigurePalette.reference(reference), isLogarithmicY: figure.y.isLogarithmic)
                reference += 1
            } else {
                add(series, points, FigurePalette.look(look), isLogarithmicY: figure.y.isLogarithmic)
                look += 1
            }
        }
        guard !commands.isEmpty else { return nil }
        let heading = heading(figure)
        text = (heading + blocks + ["plot " + commands.joined(separator: ", \\\n     ")]).joined(separator: "\n") + "\n"
    }

    private mutating func heading(_ figure: Figure) -> [String] {
        let names = plots.compactMap { $0 }.map(FigureLabels.shown)
        let widest = (names.map(\.count).max() ?? 0) * 8 + 62
        let columns = max(1, min(names.count, (Self.width - 40) / widest))
        let rows = (names.count + columns - 1) / columns
        let height = Self.plotHeight + (rows + 1) * 20
        return [
            "set terminal svg size \(Self.width),\(height) noenhanced font 'sans-serif,14'",
            "set encoding utf8",
            "set decimalsign '\(language == .english ? "." : ",")'",
            "set border 3 linewidth 1",
            "set tics nomirror",
            "set grid linecolor rgb '\(FigurePalette.grid.color)' linetype 1 linewidth 0.7",
            "set key outside bottom center horizontal Left reverse samplen 3.5 height 1 maxcols \(columns)",
            axis("x", figure.x), axis("y", figure.y),
            "set xlabel '\(labels.standIn(for: figure.x.title.text(in: language)))'",
            "set ylabel '\(labels.standIn(for: figure.y.title.text(in: language)))' offset 1,0",
        ]
            + PointLabels(figure).labels.map { label in
                "set label '\(labels.standIn(for: label.text))' at \(label.x),\(label.y) center front font ',12'"
            }
    }

    private func axis(_ name: String, _ axis: Figure.Axis) -> String {
        var lines = axis.isLogarithmic ? ["set logscale \(name)", "set format \(name) '%g'"] : []
        if let range = axis.range, range.lowerBound.isFinite, range.upperBound.isFinite,
            range.lowerBound < range.upperBound, !axis.isLogarithmic || range.lowerBound > 0
        {
            lines.append("set \(name)range [\(range.lowerBound):\(range.upperBound)]")
            let marks = axis.step.map { (range.upperBound - range.lowerBound) / $0 } ?? 0
            if let step = axis.step, marks > 0, marks.isFinite {
                lines.append("set \(name)tics \(step * max(1, (marks / Self.mostMarks).rounded(.up)))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func add(
        _ series: Figure.Series,
        _ points: FigurePoints,
        _ look: FigurePalette.Look,
        isLogarithmicY: Bool
    ) {
        guard !points.points.isEmpty else { return }
        let title = "title '\(labels.standIn(for: series.name.text(in: language)))'"
        let line = "linecolor rgb '\(look.color)' dashtype \(look.dash)"
        switch series.style {
        case .reference:
            plot(series.name.text(in: language), points.rows, "with lines \(line) linewidth 1.2 \(title)")
        case .band:
            let fill = "using 1:2:3 with filledcurves fillstyle transparent solid 0.18 noborder"
            if !points.bandRows.isEmpty {
                plot(nil, points.bandRows, "\(fill) linecolor rgb '\(look.color)' notitle")
            }
            plot(series.name.text(in: language), points.rows, "with lines \(line) linewidth 1.2 \(title)")
        case .steps:
            let outline = points.outline.map { "\($0.x) \($0.y)" }
            if !isLogarithmicY {
                let fill = "with filledcurves y1=0 fillstyle transparent solid 0.18 noborder"
                plot(nil, outline, "\(fill) linecolor rgb '\(look.color)' notitle")
            }
            plot(series.name.text(in: language), outline, "with lines \(line) linewidth 1.8 \(title)")
        case .lines:
            let interval = max(1, points.points.count / 8)
            let marker = "pointtype \(look.marker) pointsize 0.8 pointinterval \(interval)"
            let kind = points.points.count == 1 ? "points" : "linespoints"
            let stroke = points.points.count == 1 ? "linecolor rgb '\(look.color)'" : "\(line) linewidth 1.8"
            plot(series.name.text(in: language), points.rows, "with \(kind) \(stroke) \(marker) \(title)")
            if !points.errorRows.isEmpty {
                let bars = "using 1:2:3 with yerrorbars linecolor rgb '\(look.color)' dashtype 1 linewidth 1.2"
                plot(nil, points.errorRows, "\(bars) pointtype 0 notitle")
            }
        case .points:
            if !points.barRows.isEmpty {
                let bars = "with xyerrorbars linecolor rgb '\(look.color)' dashtype 1 linewidth 0.9"
                plot(nil, points.barRows, "\(bars) pointtype 0 notitle")
            }
            let marker = "pointtype \(look.marker) pointsize 0.9"
            plot(
                series.name.text(in: language),
                points.rows,
                "with points linecolor rgb '\(look.color)' \(marker) \(title)"
            )
        }
    }

    private mutating func plot(_ name: String?, _ rows: [String], _ style: String) {
        let block = "$D\(plots.count)"
        blocks.append(([block + " << EOD"] + rows + ["EOD"]).joined(separator: "\n"))
        commands.append("\(block) \(style)")
        plots.append(name)
    }
}
