import AuditCore
import ShadowModels
import Tensors

/// The shadow models that attacks hold single records against.
struct ReferenceJobs {
    /// The references of one approach.
    struct Reference {
        let approach: Approach
        let size: Int
        let signals: ReferenceSignals
    }

    private let offline: [Reference]
    private let online: [Reference]

    /// Most records in RMIA's population: its scores are multiples of one over this.
    static let population = 2500

    /// Pairs the reference models with the source model's answers for the same records.
    init(_ session: Session, _ source: SourceStage, _ queries: Answers, _ shadows: ShadowStage) {
        guard let shadow = source.shadow else {
            (offline, online) = ([], [])
            return
        }
        let temperature = session.manifest.adversary.scoring.temperature
        let attacked = TrueClassSignals(shadow.appending(queries), temperature: temperature)
        let trainer = shadows.trainer
        func drawn(_ rows: Range<Int>, _ role: String) -> [Int] {
            var generator = session.seed.derived("population-\(role)").generator
            return generator.permutation(rows.count).prefix(Self.population).map { $0 + rows.lowerBound }
        }
        func reference(
            _ approach: Approach,
            _ size: Int,
            _ models: [ReferenceModel],
            _ population: [Int],
            isOnline: Bool
        ) -> Reference? {
            guard models.count >= ReferenceSignals.fewestModels else { return nil }
            let signals = ReferenceSignals(
                shadowRecords: shadow.count,
                population: population,
                attacked: attacked,
                models: models,
                isOnline: isOnline
            )
            return Reference(approach: approach, size: size, signals: signals)
        }
        // Offline, what stands in the population was in no model's training set; online, in some.
        let strangers = drawn(trainer.trainCount..<trainer.shadowCount, "offline")
        offline = shadows.farms.compactMap { trained in
            reference(trained.farm.approach, trained.farm.size, trained.references, strangers, isOnline: false)
        }
        let known = drawn(0..<trainer.trainCount, "online")
        online = shadows.online.compactMap { farm in
            reference(farm.approach, farm.size, farm.models, known, isOnline: true)
        }
    }

    /// The references an attack is run with.
    func of(_ attack: AttackDescriptor) -> [Reference] { attack.knowledge.contains(.queriedRecords) ? online : offline }

    /// What a manifest asks for and its shadow models are too few for.
    ///
    /// - Parameters:
    ///   - plans: its shadow models, as far as the data allow.
    ///   - audited: records in question.
    static func skips(_ manifest: AuditManifest, _ plans: [ShadowPlan], audited: Int) -> [Skip] {
        AuditAttacks.asked(manifest).filter { $0.calibration == .perRecord }.flatMap { attack in
            plans.compactMap { plan in
                let words = reason(plan, audited: audited, isOnline: attack.knowledge.contains(.queriedRecords))
                return words.map {
                    Skip(id: "\(attack.id)/\(plan.approach.rawValue)", reason: $0.reason, remedy: $0.remedy)
                }
            }
        }
    }

    private static func reason(_ plan: ShadowPlan, audited: Int, isOnline: Bool) -> (reason: Phrase, remedy: Phrase)? {
        let least = ReferenceSignals.leastKnown
        let known = plan.known(audited: audited)
        let fewest =
            isOnline && known > 0
            ? max(ReferenceSignals.fewestModels, Int((Double(plan.models) * least / known).rounded(.up)))
            : ReferenceSignals.fewestModels
        let remedy = Phrase(key: "skip.few-references-remedy", ["fewest": .whole(fewest)])
        guard plan.models >= ReferenceSignals.fewestModels else {
            let counts: KeyValuePairs<String, Phrase.Value> = [
                "models": .whole(plan.models), "fewest": .whole(ReferenceSignals.fewestModels),
            ]
            return (Phrase(key: "skip.few-references", counts), remedy)
        }
        guard isOnline, !plan.hasOnlineReferences(audited: audited) else { return nil }
        let counts: KeyValuePairs<String, Phrase.Value> = [
            "models": .whole(plan.models), "size": .whole(plan.sizes.last ?? 0),
            "known": .number((100 * known).rounded() / 100, .full),
            "least": .number(least, .full),
        ]
        return (Phrase(key: "skip.few-known", counts), remedy)
    }
}
