/// An interval for an AUC over few independent scores, which keeps its width where the scores separate both sides.
public enum MannWhitneyInterval {
    /// The values θ at which (A − θ)² ≤ z² V(θ) for the AUC A, with
    /// V(θ) = θ (1 − θ) [2 k − 1 − 3 (k − 1) / ((2 − θ) (1 + θ))] / (m n) and k = (m + n) / 2 (Newcombe 2006, "Confidence
    /// intervals for an effect size measure based on the Mann–Whitney statistic", part 2, method 5).
    ///
    /// V is Hanley and McNeil's variance (1982) at θ in place of A, so it does not vanish at A = 1; at θ = ½ and m = n it is
    /// the exact variance of the Mann–Whitney statistic of exchangeable scores.
    ///
    /// - Parameters:
    ///   - auc: A, in [0, 1].
    ///   - members: m, at least 1.
    ///   - nonMembers: n, at least 1.
    ///   - confidence: in (0, 1).
    /// - Returns: the ends, in [0, 1] and around A; nil where an argument is out of its range.
    public static func interval(
        auc: Double,
        members: Int,
        nonMembers: Int,
        confidence: Double
    ) -> (low: Double, high: Double)? {
        guard auc >= 0, auc <= 1, members > 0, nonMembers > 0, confidence > 0, confidence < 1,
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
        else { return nil }
        let pairs = Double(members) * Double(nonMembers)
        let half = (Double(members) + Double(nonMembers)) / 2
        func isInside(_ theta: Double) -> Bool {
            let shape = 2 * half - 1 - 3 * (half - 1) / ((2 - theta) * (1 + theta))
            return (auc - theta) * (auc - theta) <= z * z * theta * (1 - theta) * shape / pairs
        }
        return (end(inside: auc, outside: 0, isInside), end(inside: auc, outside: 1, isInside))
    }

    /// Halves the way until neighbouring numbers are left.
    private static func end(inside: Double, outside: Double, _ isInside: (Double) -> Bool) -> Double {
        var (inner, outer) = (inside, outside)
        while true {
            let middle = (inner + outer) / 2
            guard middle != inner, middle != outer else { return inner }
            if isInside(middle) { inner = middle } else { outer = middle }
        }
    }
}
