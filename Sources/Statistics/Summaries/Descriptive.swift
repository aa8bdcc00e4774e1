/// Summaries of a few numbers.
public enum Descriptive {
    /// The arithmetic mean.
    ///
    /// - Returns: the mean; nil where it is undefined: no values, a NaN, or both infinities.
    public static func mean(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sum = values.reduce(0, +)
        // A sum too large for a Double is taken again over the shares.
        let rough = sum.isFinite ? sum / Double(values.count) : values.reduce(0) { $0 + $1 / Double(values.count) }
        guard rough.isFinite else { return rough.isNaN ? nil : rough }
        // A second pass takes out what rounding left in the first.
        return rough + values.reduce(0) { $0 + ($1 - rough) } / Double(values.count)
    }

    /// The standard deviation with n − 1.
    ///
    /// - Returns: the standard deviation, ≥ 0; nil for fewer than two values or values that are not finite.
    public static func standardDeviation(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values), mean.isFinite else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(values.count - 1)).squareRoot()
        return deviation.isFinite ? deviation : nil
    }

    /// The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    ///
    /// - Parameters:
    ///   - p: in [0, 1]; 0.5 is the median.
    ///   - values: any numbers, ±∞ included.
    /// - Returns: the quantile; nil for no values, a NaN, a p out of range, or a point between −∞ and +∞.
    public static func quantile(_ p: Double, of values: [Double]) -> Double? {
        guard p >= 0, p <= 1, !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
        let sorted = values.sorted()
        let position = p * Double(sorted.count - 1)
        let index = min(Int(position), sorted.count - 1)
        let share = position - Double(index)
        guard share > 0, index + 1 < sorted.count, sorted[index] != sorted[index + 1] else { return sorted[index] }
        let value = (1 - share) * sorted[index] + share * sorted[index + 1]
        return value.isNaN ? nil : value
    }
}
