/// The step-up control of the false discovery rate (Benjamini and Hochberg 1995).
public enum BenjaminiHochberg {
    /// The adjusted p-values (q-values): the running minimum, from the largest down, of k p₍ⱼ₎ / j for j = 1…k, at most 1.
    ///
    /// Naming every hypothesis with q ≤ f keeps the expected share of wrong ones among those named at most f, for
    /// independent p-values and for those that depend positively, as conformal ones on one set of non-members do (Bates
    /// et al. 2023, theorem 2).
    ///
    /// - Parameter p: k p-values in [0, 1]; anything else, NaN included, counts as 1.
    /// - Returns: k adjusted p-values in [0, 1], in the order given.
    public static func adjusted(_ p: [Double]) -> [Double] {
        let valid = p.map { $0 >= 0 && $0 <= 1 ? $0 : 1 }
        var adjusted = valid
        var smallest = 1.0
        for (rank, index) in valid.indices.sorted(by: { valid[$0] < valid[$1] }).enumerated().reversed() {
            smallest = min(smallest, Double(valid.count) * valid[index] / Double(rank + 1))
            adjusted[index] = smallest
        }
        return adjusted
    }
}
