import ShadowModels

/// Brings each value of a prediction vector to mean 0 and standard deviation 1 over the shadow records of a class.
///
/// Confidence in the other classes is often of the order 10⁻³; without scaling a network would never look at it.
struct ColumnScaling: Sendable {
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
        // A column that never changes carries nothing; it stays 0 instead of being blown up.
        factor = square.map { $0 / count > 1e-20 ? 1 / ($0 / count).squareRoot() : 0 }
    }

    /// Appends the scaled vector.
    func append(_ vector: ArraySlice<Double>, to floats: inout [Float]) {
        for (k, value) in vector.enumerated() { floats.append(Float((value - mean[k]) * factor[k])) }
    }
}
