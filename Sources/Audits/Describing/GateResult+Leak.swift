import AuditCore

extension GateResult {
    /// A failed gate, or one whose interval reaches across its threshold; not one that lacks data or an attack, nor one whose
    /// interval holds what an adversary who learned nothing gets: that takes more records, and nothing is to be repaired.
    var isLeak: Bool {
        // What a population has in common is not hidden by what hides single records.
        guard statistic != .attributeAUC else { return false }
        switch outcome {
        case .fail: return true
        case .pass: return false
        case .inconclusive:
            guard let interval = measurement?.interval else { return false }
            // An open or whole range reaches across every threshold and says nothing.
            let isWhole = interval.low <= 0 && interval.high >= 1
            let isLowerBound = statistic == .epsilonLowerBound
            guard !isWhole, !isLowerBound else { return isLowerBound && interval.low > threshold }
            guard bound == .atMost else { return interval.low < threshold }
            let isAtChance = statistic.chance.map { interval.low < $0 } ?? false
            return interval.high > threshold && !isAtChance
        }
    }
}
