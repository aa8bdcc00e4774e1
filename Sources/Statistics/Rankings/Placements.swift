/// DeLong's structural components: for each member the share of non-members below it, for each non-member the share of
/// members above it, ties counted half.
///
/// Sun and Xu (2014) obtain them from midranks in O(n log n): V₁₀ = (rank among all − rank among members) / n and V₀₁ =
/// 1 − (rank among all − rank among non-members) / m.
struct Placements {
    /// V₁₀, one per member, in the order given.
    let members: [Double]
    /// V₀₁, one per non-member, in the order given.
    let nonMembers: [Double]

    /// The components; nil where either set is empty or a score is NaN.
    init?(members: [Double], nonMembers: [Double]) {
        guard !members.isEmpty, !nonMembers.isEmpty, !members.contains(where: \.isNaN),
            !nonMembers.contains(where: \.isNaN)
        else { return nil }
        let (m, n) = (members.count, nonMembers.count)
        let together = Self.midranks(members + nonMembers)
        let (inside, outside) = (Self.midranks(members), Self.midranks(nonMembers))
        self.members = (0..<m).map { (together[$0] - inside[$0]) / Double(n) }
        self.nonMembers = (0..<n).map { 1 - (together[m + $0] - outside[$0]) / Double(m) }
    }

    /// The mean of the members' components.
    var auc: Double { members.reduce(0, +) / Double(members.count) }

    /// Ranks from 1, tied values sharing the middle of theirs.
    private static func midranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let middle = Double(start + end + 1) / 2
            for position in start..<end { ranks[order[position]] = middle }
            start = end
        }
        return ranks
    }
}
