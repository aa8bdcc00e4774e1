import AuditCore

/// Where the labels of points stand, so that none covers another, a marker, or more error bars than it must.
struct PointLabels {
    /// A label at its centre, in the units of the axes.
    struct Label: Hashable {
        let text: String
        let x: Double
        let y: Double
    }

    private struct Place {
        let x: Double
        let y: Double
    }

    private struct Box {
        let x: Double
        let y: Double
        let width: Double
        let height: Double

        func overlaps(_ other: Box) -> Bool {
            abs(x - other.x) < (width + other.width) / 2 && abs(y - other.y) < (height + other.height) / 2
        }
    }

    /// Labels that are placed; with more, none can be told from another.
    private static let most = 100
    /// What the axes take of the drawing, about.
    private static let (width, height) = (436.0, 275.0)
    /// Points closer than this share a label.
    private static let closest = 8.0
    private static let marker = 9.0
    private static let lineHeight = 13.0
    private static let letter = 7.0

    /// The labels; none where an axis is logarithmic.
    let labels: [Label]

    init(_ figure: Figure) {
        let points = figure.series.filter { $0.style == .points }.flatMap { FigurePoints($0, on: figure).points }
        guard !figure.x.isLogarithmic, !figure.y.isLogarithmic, points.contains(where: { $0.label != nil }),
            let horizontal = Self.range(figure.x, points.flatMap { [$0.x] + Self.ends($0.horizontal) }),
            let vertical = Self.range(figure.y, points.flatMap { [$0.y] + Self.ends($0.vertical) })
        else {
            labels = []
            return
        }
        let scale = (
            x: (horizontal.upperBound - horizontal.lowerBound) / Self.width,
            y: (vertical.upperBound - vertical.lowerBound) / Self.height
        )
        func place(_ x: Double, _ y: Double) -> Place {
            Place(x: (x - horizontal.lowerBound) / scale.x, y: (y - vertical.lowerBound) / scale.y)
        }
        let shown = points.prefix(Self.most)
        let markers = shown.map { place($0.x, $0.y) }
        var bars: [Box] = []
        for point in shown {
            if let bar = point.horizontal {
                bars.append(Self.box(place(bar.lowerBound, point.y), place(bar.upperBound, point.y)))
            }
            if let bar = point.vertical {
                bars.append(Self.box(place(point.x, bar.lowerBound), place(point.x, bar.upperBound)))
            }
        }
        for line in figure.series where line.style == .reference {
            let ends = line.points.prefix(Self.most).map { place($0.x, $0.y) }
            for (from, to) in zip(ends, ends.dropFirst()) { bars += Self.steps(from, to) }
        }
        var groups: [(place: Place, labels: [String])] = []
        for (marker, point) in zip(markers, shown) {
            guard let label = point.label else { continue }
            if let near = groups.firstIndex(where: { Self.distance($0.place, marker) < Self.closest }) {
                groups[near].labels.append(label)
            } else {
                groups.append((marker, [label]))
            }
        }
        var taken = markers.map { Box(x: $0.x, y: $0.y, width: Self.marker, height: Self.marker) }
        labels = groups.map { group in
            let text = Self.text(group.labels)
            let box = Self.placed(text, beside: group.place, taken: taken, bars: bars)
            taken.append(box)
            return Label(
                text: text,
                x: horizontal.lowerBound + box.x * scale.x,
                y: vertical.lowerBound + box.y * scale.y
            )
        }
    }

    private static func ends(_ range: ClosedRange<Double>?) -> [Double] {
        range.map { [$0.lowerBound, $0.upperBound] } ?? []
    }

    private static func range(_ axis: Figure.Axis, _ values: [Double]) -> ClosedRange<Double>? {
        let finite = (axis.range.map { [$0.lowerBound, $0.upperBound] } ?? values).filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), low < high, (high - low).isFinite else { return nil }
        return low...high
    }

    private static func distance(_ a: Place, _ b: Place) -> Double { max(abs(a.x - b.x), abs(a.y - b.y)) }

    private static func box(_ from: Place, _ to: Place) -> Box {
        Box(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: to.x - from.x, height: to.y - from.y)
    }

    /// A line as boxes along it.
    private static func steps(_ from: Place, _ to: Place) -> [Box] {
        let count = 12
        return (0...count).map { step in
            let share = Double(step) / Double(count)
            return Box(
                x: from.x + (to.x - from.x) * share,
                y: from.y + (to.y - from.y) * share,
                width: abs(to.x - from.x) / Double(count),
                height: abs(to.y - from.y) / Double(count)
            )
        }
    }

    /// The free place that crosses the fewest error bars, the nearest of those.
    private static func placed(_ text: String, beside point: Place, taken: [Box], bars: [Box]) -> Box {
        let (width, height) = (Double(text.count) * letter, lineHeight)
        let sides: [(x: Double, y: Double)] = [
            (1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1),
        ]
        var best: (box: Box, cost: Double)?
        for gap in [4.0, 9, 15, 22, 30] {
            for (order, side) in sides.enumerated() {
                let box = Box(
                    x: point.x + side.x * (gap + width / 2),
                    y: point.y + side.y * (gap + height / 2),
                    width: width,
                    height: height
                )
                let isInside =
                    box.x >= width / 2 && box.x <= Self.width - width / 2 && box.y >= height / 2
                    && box.y <= Self.height - height / 2
                guard isInside, !taken.contains(where: box.overlaps) else { continue }
                let cost = Double(min(3, bars.count(where: box.overlaps))) * 12 + gap * 1.5 + Double(order) * 0.1
                if cost < best?.cost ?? .infinity { best = (box, cost) }
            }
        }
        return best?.box ?? Box(x: point.x, y: point.y + marker + height / 2, width: width, height: height)
    }

    /// Labels of one place; three and more whole numbers in a row as a range.
    static func text(_ labels: [String]) -> String {
        let numbers = labels.compactMap { Int($0) }
        guard numbers.count == labels.count else { return labels.joined(separator: ", ") }
        var runs: [ClosedRange<Int>] = []
        for number in Set(numbers).sorted() {
            if let last = runs.last, number > 0, last.upperBound == number - 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { run in
            run.upperBound - run.lowerBound > 1
                ? "\(run.lowerBound)–\(run.upperBound)" : run.map(String.init).joined(separator: ", ")
        }.joined(separator: ", ")
    }
}
