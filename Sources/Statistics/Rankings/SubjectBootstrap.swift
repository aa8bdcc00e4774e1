/// Resampling of whole subjects: records of one person are not independent of each other.
public enum SubjectBootstrap {
    /// AUCs of resampled audits, averaged over repeats of an attack.
    ///
    /// Subjects with members and subjects with non-members are drawn with replacement; every record counts as often as
    /// its subject was drawn. All repeats share the resamples, since they score the same records.
    ///
    /// - Parameters:
    ///   - runs: scores of the members and of the non-members, one pair per repeat.
    ///   - memberSubjects: subject number of each member, from 0.
    ///   - nonMemberSubjects: subject number of each non-member.
    ///   - resamples: how many audits to resample.
    ///   - seed: decides the draws.
    /// - Returns: one mean AUC per resample; resamples without members or non-members are left out.
    public static func meanAUCs(
        runs: [(members: [Double], nonMembers: [Double])],
        memberSubjects: [Int],
        nonMemberSubjects: [Int],
        resamples: Int,
        seed: UInt64
    ) -> [Double] {
        let orders = runs.map { run in
            (run.members.map { ($0, true) } + run.nonMembers.map { ($0, false) }).enumerated()
                .sorted { $0.element.0 < $1.element.0 }
                .map { Place(record: $0.offset, score: $0.element.0, isMember: $0.element.1) }
        }
        var state = seed
        let memberPool = Array(Set(memberSubjects)).sorted()
        let nonMemberPool = Array(Set(nonMemberSubjects)).sorted()
        return (0..<resamples).compactMap { _ in
            let memberTimes = draw(memberPool, &state)
            let nonMemberTimes = draw(nonMemberPool, &state)
            let weights =
                memberSubjects.map { Double(memberTimes[$0] ?? 0) }
                + nonMemberSubjects.map { Double(nonMemberTimes[$0] ?? 0) }
            let aucs = orders.compactMap { auc($0, weights) }
            return aucs.count == orders.count && !aucs.isEmpty ? aucs.reduce(0, +) / Double(aucs.count) : nil
        }
    }

    private struct Place {
        let record: Int
        let score: Double
        let isMember: Bool
    }

    /// Weighted Mann–Whitney statistic, ties counted half.
    private static func auc(_ order: [Place], _ weights: [Double]) -> Double? {
        var below = 0.0
        var members = 0.0
        var wins = 0.0
        var start = 0
        while start < order.count {
            var end = start
            var tiedMembers = 0.0
            var tiedNonMembers = 0.0
            while end < order.count, order[end].score == order[start].score {
                if order[end].isMember {
                    tiedMembers += weights[order[end].record]
                } else {
                    tiedNonMembers += weights[order[end].record]
                }
                end += 1
            }
            // A NaN equals nothing, not even itself: step over it instead of standing still.
            if end == start { return nil }
            wins += tiedMembers * (below + tiedNonMembers / 2)
            below += tiedNonMembers
            members += tiedMembers
            start = end
        }
        return members > 0 && below > 0 ? wins / (members * below) : nil
    }

    private static func draw(_ pool: [Int], _ state: inout UInt64) -> [Int: Int] {
        var times: [Int: Int] = [:]
        for _ in pool {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            z ^= z >> 31
            times[pool[Int(z.multipliedFullWidth(by: UInt64(pool.count)).high)], default: 0] += 1
        }
        return times
    }
}
