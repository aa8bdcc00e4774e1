/// Holm's step-down correction of p-values (Holm 1979), which holds the chance of any false rejection.
public enum HolmCorrection {
    /// The adjusted p-values: the running maximum, in ascending order, of (k − j) p₍ⱼ₎ for j = 0…k − 1, at most 1.
    ///
    /// - Parameter p: k p-values in [0, 1]; anything else, NaN included, counts as 1, for it rejects nothing.
    /// - Returns: k adjusted p-values in [0, 1], in the order given.
    public static func adjusted(_ p: [Double]) -> [Double] {
        let valid = p.map { $0 >= 0 && $0 <= 1 ? $0 : 1 }
        var adjusted = valid
        var largest = 0.0
        for (rank, index) in valid.indices.sorted(by: { valid[$0] < valid[$1] }).enumerated() {
            largest = max(largest, min(1, Double(valid.count - rank) * valid[index]))
            adjusted[index] = largest
        }
        return adjusted
    }
}
