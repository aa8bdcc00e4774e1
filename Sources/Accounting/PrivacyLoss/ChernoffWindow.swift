import Foundation

/// Between which sums T independent draws from a distribution lie, but for a small probability.
struct ChernoffWindow {
    /// Sums of indices into the masses.
    let range: ClosedRange<Int>

    /// Markov's inequality for e^{λS} (Chernoff): S ≥ (T log E[e^{λX}] + log(2 / tail)) / λ with probability at most
    /// tail / 2, for any λ > 0; and so below. The best λ of a geometric series is taken.
    ///
    /// - Parameters:
    ///   - masses: probabilities of 0, 1, …, summing to at most 1.
    ///   - times: T, from 1.
    ///   - tail: the probability of sums outside, above 0.
    init(_ masses: [Double], times: Int, tail: Double) {
        let last = masses.count - 1
        let most = Double(last) * Double(times)
        let above = Self.bound(masses, times: times, tail: tail, sign: 1)
        let below = -Self.bound(masses, times: times, tail: tail, sign: -1)
        let high = Int(min(most, max(0, above.rounded(.up))))
        range = Int(min(Double(high), max(0, below.rounded(.down))))...high
    }

    /// The smallest bound on ±S; quasi-convex in λ, so that the first rise ends the search.
    private static func bound(_ masses: [Double], times: Int, tail: Double, sign: Double) -> Double {
        // e^{λ·last} stays a finite number.
        var lambda = 600 / Double(max(1, masses.count - 1))
        var best = Double.infinity
        for _ in 0..<80 {
            let moment = log(moment(masses, factor: exp(sign * lambda)))
            let bound = (Double(times) * moment + log(2 / tail)) / lambda
            guard bound < best || best == .infinity else { break }
            best = bound
            lambda *= 0.5.squareRoot()
        }
        return best
    }

    /// Σ p_i f^i, by Horner's rule.
    private static func moment(_ masses: [Double], factor: Double) -> Double {
        var sum = 0.0
        for mass in masses.reversed() { sum = sum * factor + mass }
        return sum
    }
}
