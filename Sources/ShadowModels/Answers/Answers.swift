import Foundation

/// Prediction vectors of a model for N records.
public struct Answers: Sendable, Hashable {
    /// Probabilities (N, K), row-major, in double precision.
    public let vectors: [Double]
    /// K, the number of values per vector.
    public let classes: Int
    /// The records' own labels (for a target model: classes of the *source* task).
    public let labels: [Int]

    /// Number of records N.
    public var count: Int { labels.count }

    /// Takes probabilities as they are.
    public init(vectors: [Double], classes: Int, labels: [Int]) {
        self.vectors = vectors
        self.classes = classes
        self.labels = labels
    }

    /// Turns logits (N, K) into probabilities, in double precision so that small ones keep their size.
    public init(logits: [Float], classes: Int, labels: [Int]) {
        self.init(vectors: Self.softmax(logits, classes), classes: classes, labels: labels)
    }

    /// Turns logits (N, K) that were stored in double precision into probabilities.
    public init(storedLogits logits: [Double], classes: Int, labels: [Int]) {
        self.init(vectors: Self.softmax(logits, classes), classes: classes, labels: labels)
    }

    private static func softmax<Scalar: BinaryFloatingPoint>(_ logits: [Scalar], _ classes: Int) -> [Double] {
        var vectors = [Double](repeating: 0, count: logits.count)
        for start in stride(from: 0, to: logits.count, by: max(1, classes)) {
            var top = -Double.infinity
            for k in start..<start + classes { top = max(top, Double(logits[k])) }
            var sum = 0.0
            for k in start..<start + classes {
                vectors[k] = exp(Double(logits[k]) - top)
                sum += vectors[k]
            }
            for k in start..<start + classes { vectors[k] /= sum }
        }
        return vectors
    }

    /// The vector of one record.
    public func vector(_ row: Int) -> ArraySlice<Double> { vectors[row * classes..<(row + 1) * classes] }

    /// The class with the largest probability; the first of equals.
    public func prediction(_ row: Int) -> Int {
        var best = 0
        for k in 1..<max(1, classes) where vectors[row * classes + k] > vectors[row * classes + best] { best = k }
        return best
    }

    /// Share of records whose largest probability is that of their label.
    public var accuracy: Double {
        guard count > 0 else { return 0 }
        return Double((0..<count).count { prediction($0) == labels[$0] }) / Double(count)
    }

    /// The vectors as floats (N, K), for attack networks.
    public var floats: [Float] { vectors.map(Float.init) }

    /// The answers as a service gives them that changes each vector (K).
    public func changed(_ change: ([Double]) -> [Double]) -> Answers {
        var changed: [Double] = []
        changed.reserveCapacity(vectors.count)
        for row in 0..<count { changed += change(Array(vector(row))) }
        return Answers(vectors: changed, classes: classes, labels: labels)
    }

    /// Some of the records, in the given order.
    public func picking(_ rows: [Int]) -> Answers {
        var picked: [Double] = []
        picked.reserveCapacity(rows.count * classes)
        for row in rows { picked.append(contentsOf: vector(row)) }
        return Answers(vectors: picked, classes: classes, labels: rows.map { labels[$0] })
    }

    /// The records of both, these first.
    public func appending(_ other: Answers) -> Answers {
        Answers(vectors: vectors + other.vectors, classes: classes, labels: labels + other.labels)
    }
}
