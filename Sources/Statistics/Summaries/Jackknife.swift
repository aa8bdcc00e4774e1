/// The delete-a-group jackknife (Efron and Stein 1981; Shao and Tu 1995, section 2.3).
public enum Jackknife {
    /// The standard deviation of an estimate, from the estimates without each of its g groups:
    /// √((g − 1) / g · Σ (θ₍ⱼ₎ − θ̄)²).
    ///
    /// - Parameter without: the estimates, one for each group left out.
    /// - Returns: the standard deviation, ≥ 0; nil for fewer than two groups or values that are not finite.
    public static func standardDeviation(without: [Double]) -> Double? {
        Descriptive.standardDeviation(without).map { deviation in
            let groups = Double(without.count)
            return deviation * (groups - 1) / groups.squareRoot()
        }
    }
}
