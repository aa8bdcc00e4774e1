import ShadowModels

/// Brings each value of a prediction vector to mean 0 and about standard deviation 1 over the shadow records of a class.
///
/// Confidence in the other classes is often of the order 10⁻³; without scaling a network would never look at it. Scaled in
/// full, columns that hardly vary would be as loud as the ones that tell members, and with tens of records per class a
/// network learns their noise: hence the floor under each variance.
struct ColumnScaling: Sendable {
    /// A column's variance is raised by this share of the largest one.
    static let floor = 0.1

    private let mean: [Double]
    private let factor: [Double]

    /// Measures the columns over some rows.
    init(_ answers: Answers, rows: [Int]) {
        var mean = [Double](repeating: 0, count: answers.classes)
        var square = mean
        for row in rows { for (k, value) in answers.vector(row).enumerated() { mean[k] += value } }
        let count = Double(max(1, rows.count))
        for k in mean.indices { mean[k] /= count }
        for row in rows {
            for (k, value) in answers.vector(row).enumerated() { square[k] += (value - mean[k]) * (value - mean[k]) }
        }
        self.mean = mean
        let least = Self.floor * (square.max() ?? 0)
        // Where no column changes there is nothing to learn.
        factor = square.map { ($0 + least) / count > 1e-20 ? 1 / (($0 + least) / count).squareRoot() : 0 }
    }

    /// Appends the scaled vector.
    func append(_ vector: ArraySlice<Double>, to floats: inout [Float]) {
        for (k, value) in vector.enumerated() { floats.append(Float((value - mean[k]) * factor[k])) }
    }
}
