/// How unusual a score is among those of records that are known to be no members.
public enum ConformalPValue {
    /// For each score the p-value of "this is no member": (1 + number of references at least as high) / (n + 1).
    ///
    /// Valid whatever the scores' distribution, as long as a non-member's score could change places with any reference
    /// (Bates et al. 2023, equation 1).
    ///
    /// - Parameters:
    ///   - scores: any numbers; NaN counts as the lowest.
    ///   - references: scores of n non-members.
    /// - Returns: one p-value per score, in (0, 1].
    public static func of(_ scores: [Double], among references: [Double]) -> [Double] {
        func ranked(_ value: Double) -> Double { value.isNaN ? -.infinity : value }
        let sorted = references.map(ranked).sorted()
        return scores.map { score in
            let score = ranked(score)
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < score { low = middle + 1 } else { high = middle }
            }
            return Double(1 + sorted.count - low) / Double(sorted.count + 1)
        }
    }
}
