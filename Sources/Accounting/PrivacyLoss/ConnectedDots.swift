import Foundation

/// Turns one step's privacy losses into a discrete distribution that gives no smaller δ at any ε.
///
/// The curve ε ↦ δ(ε) is kept at the multiples of Δ and joined by the chords between them ("connect the dots": Doroshenko,
/// Ghazi, Kamath, Kumar and Manurangsi 2022): what P and Q have between two losses goes to these two, shared so
/// that both keep their mass.
enum ConnectedDots {
    /// - Parameters:
    ///   - pair: one step.
    ///   - spacing: Δ, above 0.
    /// - Returns: the distribution on multiples of Δ.
    static func distribution(_ pair: AdjacentPair, spacing: Double) -> PrivacyLossDistribution {
        let range = pair.losses
        let lowest = Int((range.lowerBound / spacing).rounded(.down))
        let count = max(1, Int((range.upperBound / spacing).rounded(.up)) - lowest)
        var masses = [Double](repeating: 0, count: count + 1)
        var low = pair.boundary(loss: Double(lowest) * spacing)
        // Smaller losses are taken for this one.
        masses[0] = pair.masses(from: pair.end(above: false), to: low).p
        let share = -1 / expm1(-spacing)
        for index in 0..<count {
            let loss = Double(lowest + index) * spacing
            let high = pair.boundary(loss: loss + spacing)
            let (p, q) = pair.masses(from: low, to: high)
            let ratio = exp(loss)
            // Where the ratio overflows, Q has nothing: all of P goes to the larger loss.
            let upper = ratio.isFinite ? min(max((p - ratio * q) * share, 0), p) : p
            masses[index] += p - upper
            masses[index + 1] += upper
            low = high
        }
        let beyond = pair.masses(from: low, to: pair.end(above: true)).p
        return PrivacyLossDistribution(spacing: spacing, lowest: lowest, masses: masses, infinite: beyond)
    }
}
