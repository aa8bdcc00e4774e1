import Foundation

/// A discrete privacy loss distribution: with which probability an answer has which privacy loss log(P / Q), under P.
struct PrivacyLossDistribution {
    /// Δ, the distance between neighbouring losses, above 0.
    let spacing: Double
    /// The loss of the first mass is `lowest`·Δ.
    let lowest: Int
    /// Probabilities under P, one per loss, in rising order.
    var masses: [Double]
    /// The probability of an infinite loss.
    var infinite: Double

    /// The smallest ε ≥ 0 with δ(ε) = Pr[L = ∞] + Σ_{ℓ > ε} (1 − e^{ε − ℓ}) Pr[L = ℓ] ≤ δ (Sommer et al. 2019, section 4.4).
    ///
    /// - Returns: ε; +∞ where infinite losses alone are more probable than δ.
    func epsilon(delta: Double) -> Double {
        guard infinite <= delta else { return .infinity }
        // Σ p and Σ p e^{ℓ₀ − ℓ} over the losses from ℓ₀ upwards; between two losses δ(ε) is the first less the second
        // times e^{ε − ℓ₀}.
        var above = infinite
        var weighted = 0.0
        let shrink = exp(-spacing)
        for index in masses.indices.reversed() {
            let loss = Double(lowest + index) * spacing
            guard loss > 0 else { break }
            above += masses[index]
            weighted = weighted * shrink + masses[index]
            if above - weighted * shrink > delta {
                return max(0, loss + log((above - delta) / weighted))
            }
        }
        return 0
    }
}
