import ShadowModels
import Tensors

extension AttackInput {
    /// Parts of the shadow models, each of which is left out once.
    public static let largestPartCount = 5

    /// The same attack with another seed.
    public func reseeded(_ seed: Seed) -> AttackInput {
        replacing(
            queries: queries,
            references: references,
            observed: observed,
            subjects: subjects,
            seed: seed
        )
    }

    /// The same attack without each part of its shadow models in turn; empty where too few would be left.
    public func withoutParts() -> [AttackInput] {
        let kinds = [
            (shadows.count, 1), (references?.models.count ?? 0, ReferenceSignals.fewestModels),
            (observed?.shadows.count ?? 0, ObservedModels.fewestModels),
        ].filter { $0.0 > 0 }
        let parts = kinds.reduce(Self.largestPartCount) { min($0, $1.0) }
        guard parts > 1, kinds.allSatisfy({ $0.0 - ($0.0 + parts - 1) / parts >= $0.1 }), !kinds.isEmpty else {
            return []
        }
        return (0..<parts).map { part in keeping { $0 % parts != part } }
    }

    private func keeping(_ isKept: (Int) -> Bool) -> AttackInput {
        func kept<Model>(_ models: [Model]) -> [Model] {
            models.enumerated().filter { isKept($0.offset) }.map(\.element)
        }
        return replacing(
            queries: queries,
            shadows: kept(shadows),
            references: references.map { references in
                ReferenceSignals(
                    shadowRecords: references.shadowRecords,
                    population: references.population,
                    attacked: references.attacked,
                    models: kept(references.models),
                    isOnline: references.isOnline
                )
            },
            observed: observed.map { ObservedModels(queries: $0.queries, shadows: kept($0.shadows)) },
            subjects: subjects
        )
    }
}
