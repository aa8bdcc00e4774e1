/// How small a membership advantage an audit can find.
public enum DetectableAdvantage {
    /// The smallest TPR − FPR whose interval lies above 0 with a given probability.
    ///
    /// Normal approximation of the difference of two proportions near one half, where its variance is largest:
    /// (z_{1−α/2} + z_{power}) · √(1/4n₁ + 1/4n₀) (Cohen 1988, section 6.4, with n₁ members and n₀ non-members).
    ///
    /// - Parameters:
    ///   - members: n₁, at least 1.
    ///   - nonMembers: n₀, at least 1.
    ///   - confidence: 1 − α, in (0, 1), such as 0.95.
    ///   - power: in [½, 1), such as 0.8.
    /// - Returns: an advantage in (0, 1]; nil for arguments out of range.
    public static func smallest(members: Int, nonMembers: Int, confidence: Double, power: Double) -> Double? {
        guard members > 0, nonMembers > 0, confidence > 0, confidence < 1, power >= 0.5, power < 1,
            let level = NormalDistribution.quantile(0.5 + confidence / 2),
            let chance = NormalDistribution.quantile(power)
        else { return nil }
        return min(1, (level + chance) * (0.25 / Double(members) + 0.25 / Double(nonMembers)).squareRoot())
    }
}
