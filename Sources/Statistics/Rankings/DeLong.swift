import Foundation

/// The sampling variance of an AUC and what follows from it (DeLong, DeLong and Clarke-Pearson 1988), in O(n log n) by
/// the midrank form of Sun and Xu (2014).
///
/// Where all scores tie, or where they separate the sets perfectly, the variance is 0 and the interval has no width:
/// the method then says nothing about the sampling error, and a reader has to be told so.
public enum DeLong {
    /// The variance of the AUC: S₁₀ / m + S₀₁ / n.
    ///
    /// - Parameters:
    ///   - members: scores of members (m ≥ 2).
    ///   - nonMembers: scores of non-members (n ≥ 2).
    /// - Returns: the variance; nil for fewer than two scores in either set or a NaN.
    public static func variance(members: [Double], nonMembers: [Double]) -> Double? {
        Placements(members: members, nonMembers: nonMembers).flatMap { variance($0.members, $0.nonMembers) }
    }

    /// The AUC with its two-sided normal interval, clipped to [0, 1].
    ///
    /// - Parameters:
    ///   - members: scores of members (m ≥ 2).
    ///   - nonMembers: scores of non-members (n ≥ 2).
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the AUC, the ends and the variance; nil as for `variance` or for a confidence out of range.
    public static func interval(
        members: [Double],
        nonMembers: [Double],
        confidence: Double
    ) -> (auc: Double, low: Double, high: Double, variance: Double)? {
        guard confidence > 0, confidence < 1, let auc = ROC.auc(members: members, nonMembers: nonMembers),
            let variance = variance(members: members, nonMembers: nonMembers),
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
        else { return nil }
        let reach = z * variance.squareRoot()
        return (auc, max(0, auc - reach), min(1, auc + reach), variance)
    }

    /// The two-sided test that two attacks on the same records have the same AUC.
    ///
    /// z = (A₁ − A₂) / √(Var A₁ + Var A₂ − 2 Cov(A₁, A₂)), the variance taken over the differences of the components.
    ///
    /// - Parameters:
    ///   - firstMembers: the first attack's scores of members (m ≥ 2).
    ///   - firstNonMembers: the first attack's scores of non-members (n ≥ 2).
    ///   - secondMembers: the second attack's scores of the same members, in the same order.
    ///   - secondNonMembers: the second attack's scores of the same non-members, in the same order.
    /// - Returns: A₁ − A₂, its variance, z and the p-value in [0, 1]; nil where the counts differ, as for `variance`, or where the
    ///   areas differ but their difference has no variance.
    public static func pairedTest(
        firstMembers: [Double],
        firstNonMembers: [Double],
        secondMembers: [Double],
        secondNonMembers: [Double]
    ) -> (difference: Double, variance: Double, z: Double, p: Double)? {
        guard firstMembers.count == secondMembers.count, firstNonMembers.count == secondNonMembers.count,
            let first = Placements(members: firstMembers, nonMembers: firstNonMembers),
            let second = Placements(members: secondMembers, nonMembers: secondNonMembers),
            let variance = variance(
                zip(first.members, second.members).map { $0 - $1 },
                zip(first.nonMembers, second.nonMembers).map { $0 - $1 }
            )
        else { return nil }
        let difference = first.auc - second.auc
        guard variance > 0 else { return difference == 0 ? (0, 0, 0, 1) : nil }
        let z = difference / variance.squareRoot()
        return (difference, variance, z, erfc(abs(z) / 2.0.squareRoot()))
    }

    private static func variance(_ members: [Double], _ nonMembers: [Double]) -> Double? {
        guard let inside = Descriptive.standardDeviation(members),
            let outside = Descriptive.standardDeviation(nonMembers)
        else { return nil }
        return inside * inside / Double(members.count) + outside * outside / Double(nonMembers.count)
    }
}
