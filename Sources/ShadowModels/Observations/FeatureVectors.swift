import Statistics
import Tensors

/// Features of records as vectors, in double precision.
struct FeatureVectors {
    /// Euclidean norm of each.
    let norms: [Double]
    private let values: [Float]
    private let width: Int

    /// Takes features (N, …), each as one vector.
    init(_ features: TensorValues) {
        let width = features.rows > 0 ? features.floats.count / features.rows : 0
        values = features.floats
        self.width = width
        norms = (0..<features.rows).map { row in
            var sum = 0.0
            for value in features.floats[row * width..<(row + 1) * width] { sum += Double(value) * Double(value) }
            return sum.squareRoot()
        }
    }

    /// Cosine distances to the mean vector of each record's class among known records, in [0, 2]; of a class that no known
    /// record has, to the mean of all.
    ///
    /// Training lengthens the vectors of members, too: a distance that grows with the length would hide that they point the
    /// way of their class.
    func centroidDistances(_ rows: [Int], _ labels: [Int], among known: [Int], classes: Int) -> [Double] {
        let all = mean(known)
        let byClass = Dictionary(grouping: known) { labels[$0] }
        let centroids = (0..<classes).map { byClass[$0].map(mean) ?? all }
        let scales = centroids.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        return rows.map { row in
            let centroid = centroids[labels[row]]
            var product = 0.0
            for (index, value) in values[row * width..<(row + 1) * width].enumerated() {
                product += Double(value) * centroid[index]
            }
            return 1 - product / max(norms[row] * scales[labels[row]], .leastNormalMagnitude)
        }
    }

    /// Mean cosine similarities to the most similar known records.
    func densities(_ rows: [Int], among known: [Int], neighbours: Int) -> [Double] {
        rows.map { row in
            let nearest = known.map { cosine(row, $0) }.sorted(by: >).prefix(neighbours)
            return nearest.isEmpty ? 0 : nearest.reduce(0, +) / Double(nearest.count)
        }
    }

    private func cosine(_ first: Int, _ second: Int) -> Double {
        var sum: Float = 0
        let (one, other) = (first * width, second * width)
        for index in 0..<width { sum += values[one + index] * values[other + index] }
        return Double(sum) / max(norms[first] * norms[second], .leastNormalMagnitude)
    }

    private func mean(_ rows: [Int]) -> [Double] {
        var sums = [Double](repeating: 0, count: width)
        for row in rows {
            for (index, value) in values[row * width..<(row + 1) * width].enumerated() { sums[index] += Double(value) }
        }
        return sums.map { $0 / Double(max(1, rows.count)) }
    }
}
