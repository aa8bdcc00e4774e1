/// Members and non-members counted at each distinct score: what every statistic on ranks needs, with ties kept exact.
struct ScoreLevels {
    /// One distinct score.
    struct Level {
        let score: Double
        var members = 0
        var nonMembers = 0
    }

    /// The distinct scores, ascending.
    let ascending: [Level]
    let members: Int
    let nonMembers: Int

    /// Counts in O(n log n); nil where a score is NaN.
    init?(members: [Double], nonMembers: [Double]) {
        guard !members.contains(where: \.isNaN), !nonMembers.contains(where: \.isNaN) else { return nil }
        let (inside, outside) = (members.sorted(), nonMembers.sorted())
        var levels: [Level] = []
        levels.reserveCapacity(inside.count + outside.count)
        var (i, j) = (0, 0)
        while i < inside.count || j < outside.count {
            let score = min(i < inside.count ? inside[i] : .infinity, j < outside.count ? outside[j] : .infinity)
            var level = Level(score: score)
            while i < inside.count, inside[i] == score {
                level.members += 1
                i += 1
            }
            while j < outside.count, outside[j] == score {
                level.nonMembers += 1
                j += 1
            }
            levels.append(level)
        }
        ascending = levels
        self.members = inside.count
        self.nonMembers = outside.count
    }
}
