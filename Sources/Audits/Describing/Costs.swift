import AuditCore
import ShadowModels

/// What each attack cost the adversary (recital 26).
enum Costs {
    /// One row per attack and approach, over all sizes and repeats.
    static func of(
        _ book: ScoreBook,
        shadows: ShadowStage,
        targets: TargetStage,
        observations: ObservationStage
    ) -> [AttackCost] {
        var order: [String] = []
        var rows: [String: [AttackRun]] = [:]
        for run in book.runs {
            let key = "\(run.attack)/\(run.approach.rawValue)"
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(run)
        }
        return order.compactMap { rows[$0] }.map { runs in
            let first = runs[0]
            let isTarget = AuditAttacks.descriptors.contains {
                $0.id == first.attack && $0.access.contains(.targetScores)
            }
            let farms =
                isTarget
                ? targets.farms.filter { $0.approach == first.approach }
                : shadows.farms.map(\.farm).filter { $0.approach == first.approach }
            let isOnline = AuditAttacks.descriptors.contains {
                $0.id == first.attack && $0.knowledge.contains(.queriedRecords)
            }
            let training =
                isOnline
                ? shadows.online.filter { $0.approach == first.approach }.map(\.coreSeconds) : farms.map(\.coreSeconds)
            let draws = shadows.farms.filter { $0.farm.approach == (isTarget ? .baseline : first.approach) }
                .flatMap(\.draws)
            let kind = AuditAttacks.descriptors.first { $0.id == first.attack }?.observation
            let reading = kind.flatMap { observations.coreSeconds[$0] }
            let records = Set(draws.flatMap(\.trainRows)).count + Set(draws.flatMap(\.testRows)).count
            return AttackCost(
                attack: first.attack,
                approach: first.approach,
                queries: kind.flatMap { observations.observed[$0]?.queries.queries } ?? book.labels.count,
                shadowRecords: first.approach == .none ? 0 : records,
                coreSeconds: training.reduce(0, +) + (reading ?? 0) + runs.reduce(0) { $0 + $1.coreSeconds }
            )
        }
    }
}
