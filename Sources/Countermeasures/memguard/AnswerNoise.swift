import Foundation

/// The search for the least noise that makes a classifier of membership undecided (Jia et al. 2019, section 4.2).
///
/// Confidences are written as s = softmax(z), and noise e is added to z, so that whatever is found is a prediction vector.
/// Along normalised gradients of |h| + c₃·Σ|s′ − s| the search goes on until h changes its sign, then back along its last
/// step to where h is 0; c₃ grows tenfold as long as something is found. The predicted class is kept by putting every
/// other logit that would pass it back below it, in place of the paper's penalty c₂.
struct AnswerNoise {
    private let classifier: MembershipClassifier

    private static let steps = 120
    /// Length of the first step, and how much longer each is than the one before.
    private static let (firstStep, growth) = (0.1, 1.02)
    private static let weights = [0.1, 1, 10]
    /// Smallest z, for confidences of 0.
    private static let lowest = -60.0
    /// By how much the predicted class's logit stays above the others.
    private static let margin = 1e-4
    private static let halvings = 30

    init(_ classifier: MembershipClassifier) { self.classifier = classifier }

    /// The guarded vector; nil where the classifier is undecided as it is, or no noise makes it so.
    func guarded(_ vector: [Double]) -> [Double]? {
        guard let top = vector.indices.max(by: { (vector[$0], $1) < (vector[$1], $0) }), vector[top] > 0 else {
            return nil
        }
        let z = vector.map { max(Self.lowest, log($0)) }
        var best: [Double]?
        for weight in Self.weights {
            guard let found = search(z, vector, top, weight) else { break }
            if best.map({ Self.distance(found, vector) < Self.distance($0, vector) }) ?? true { best = found }
        }
        return best
    }

    private func search(_ z: [Double], _ vector: [Double], _ top: Int, _ weight: Double) -> [Double]? {
        var current = z
        var s = Self.softmax(z)
        var found = classifier.evaluated(s)
        let sign = found.logit > 0 ? 1.0 : -1.0
        var length = Self.firstStep
        for _ in 0..<Self.steps {
            // ∂L/∂s of L = |h| + c₃·Σ|s′ − s|, then through the softmax: ∂L/∂zⱼ = sⱼ(∂L/∂sⱼ − Σ sᵢ ∂L/∂sᵢ).
            let slope = zip(found.gradient, zip(s, vector)).map { gradient, pair in
                sign * gradient + weight * (pair.0 > pair.1 ? 1 : pair.0 < pair.1 ? -1 : 0)
            }
            let mean = zip(s, slope).reduce(0) { $0 + $1.0 * $1.1 }
            let direction = zip(s, slope).map { $0 * ($1 - mean) }
            let norm = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 0, norm.isFinite else { return nil }
            let next = Self.keeping(top, zip(current, direction).map { $0 - length * $1 / norm })
            s = Self.softmax(next)
            found = classifier.evaluated(s)
            if found.logit * sign <= 0 { return undecided(current, next, sign) }
            current = next
            length *= Self.growth
        }
        return nil
    }

    /// The place between two where h is 0. The predicted class is the same all the way: where it is at both ends, it is
    /// between them.
    private func undecided(_ near: [Double], _ far: [Double], _ sign: Double) -> [Double] {
        var (low, high) = (0.0, 1.0)
        let between = { share in Self.softmax(zip(near, far).map { $0 + share * ($1 - $0) }) }
        for _ in 0..<Self.halvings {
            let middle = (low + high) / 2
            if classifier.logit(between(middle)) * sign > 0 { low = middle } else { high = middle }
        }
        return between(high)
    }

    private static func keeping(_ top: Int, _ z: [Double]) -> [Double] {
        z.enumerated().map { index, value in index == top ? value : min(value, z[top] - margin) }
    }

    private static func softmax(_ z: [Double]) -> [Double] {
        let top = z.max() ?? 0
        let powers = z.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private static func distance(_ first: [Double], _ second: [Double]) -> Double {
        zip(first, second).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
}
