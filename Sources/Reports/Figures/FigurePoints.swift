import AuditCore

/// The points of a series that can be drawn on the figure's axes.
struct FigurePoints {
    let points: [Figure.Point]

    /// Keeps finite points, and on logarithmic axes positive ones.
    init(_ series: Figure.Series, on figure: Figure) {
        points = series.points.filter { Self.fits($0.x, figure.x) && Self.fits($0.y, figure.y) }
    }

    private static func fits(_ value: Double, _ axis: Figure.Axis) -> Bool {
        value.isFinite && (!axis.isLogarithmic || value > 0)
    }

    /// The outline of a histogram: x of each point is a bin's centre, edges are halfway between centres.
    var outline: [(x: Double, y: Double)] {
        guard let first = points.first, let last = points.last else { return [] }
        var edges = zip(points, points.dropFirst()).map { ($0.x + $1.x) / 2 }
        let opening = edges.first.map { first.x - ($0 - first.x) } ?? first.x - 0.5
        let closing = edges.last.map { last.x + (last.x - $0) } ?? last.x + 0.5
        edges = [opening] + edges + [closing]
        return points.indices.flatMap { [(edges[$0], points[$0].y), (edges[$0 + 1], points[$0].y)] }
    }

    /// The points as rows of a gnuplot data block.
    var rows: [String] { points.map { "\($0.x) \($0.y)" } }

    /// The points that have an error bar of their own in either direction, as rows: x, y, left, right, low, high.
    var barRows: [String] {
        points.compactMap { point in
            let half = point.error.map(abs) ?? 0
            let vertical = point.vertical.map { [$0.lowerBound, $0.upperBound] } ?? [point.y - half, point.y + half]
            let horizontal = point.horizontal.map { [$0.lowerBound, $0.upperBound] } ?? [point.x, point.x]
            guard point.horizontal != nil || point.vertical != nil || half > 0 else { return nil }
            let ends = horizontal + vertical
            guard ends.allSatisfy(\.isFinite) else { return nil }
            return ([point.x, point.y] + ends).map { "\($0)" }.joined(separator: " ")
        }
    }

    /// The lower and upper edge of the band around the points, as rows.
    var bandRows: [String] {
        points.compactMap { point in
            point.error.flatMap { $0.isFinite ? "\(point.x) \(point.y - $0) \(point.y + $0)" : nil }
        }
    }

    /// The points that have an error bar, as rows.
    var errorRows: [String] {
        points.compactMap { point in
            point.error.flatMap { $0.isFinite && $0 > 0 ? "\(point.x) \(point.y) \($0)" : nil }
        }
    }
}
