import Networks
import Tensors

/// Observes the attacked model and shadow models alike.
public struct ObservationRound: Sendable {
    private let trainer: ShadowTrainer
    private let observer: any ModelObserver

    /// Prepares a round.
    ///
    /// - Parameters:
    ///   - trainer: records, labels, architecture and cut.
    ///   - observer: what reads.
    public init(_ trainer: ShadowTrainer, observer: any ModelObserver) {
        self.trainer = trainer
        self.observer = observer
    }

    /// Prepares a round with an observer's usual settings.
    ///
    /// - Parameters:
    ///   - trainer: records, labels, architecture and cut.
    ///   - observer: what reads.
    ///   - recipe: how the adversary trains models of its own.
    public init(_ trainer: ShadowTrainer, observer: any ModelObserver.Type, recipe: TrainingRecipe) {
        self.init(trainer, observer: observer.init(trainer, recipe: recipe))
    }

    private var extent: ObservationExtent { type(of: observer).extent }

    /// Observes the source model on the audited records.
    ///
    /// - Parameter checkpoints: earlier states of it that are observed, too, the earliest first.
    /// - Throws: what the observer throws.
    public func source(checkpoints: [Weights] = []) throws -> Observations {
        let seed = trainer.seed.derived("observed-source")
        let parts = Parts(trainer.shadowCount, without: [], seed: seed, extent, isAsked: false)
        let audited = Array(trainer.shadowCount..<trainer.labels.count)
        return try observe(checkpoints + [trainer.source.weights], audited, parts, seed)
    }

    /// Observes one shadow model.
    ///
    /// - Parameters:
    ///   - weights: its weights.
    ///   - draw: what it was trained on.
    ///   - index: which one it is.
    ///   - checkpoints: earlier states of it that are observed, too, the earliest first.
    /// - Throws: what the observer throws.
    public func shadow(
        _ weights: Weights,
        _ draw: ShadowDraw,
        index: Int,
        checkpoints: [Weights] = []
    ) throws -> ShadowObservations {
        let seed = trainer.seed.derived("observed-shadow", index)
        let parts = Parts(trainer.shadowCount, without: draw.trainRows, seed: seed, extent)
        let members = Array(draw.trainRows.prefix(extent.records))
        let rows = members + parts.nonMembers
        let observed = try observe(checkpoints + [weights], rows, parts, seed)
        return ShadowObservations(
            members: observed.picking(0..<members.count),
            nonMembers: observed.picking(members.count..<rows.count),
            records: rows,
            labels: rows.map { trainer.labels[$0] }
        )
    }

    /// States of one model, the last as it was trained.
    private func observe(_ states: [Weights], _ rows: [Int], _ parts: Parts, _ seed: Seed) throws -> Observations {
        let read = try states.map { try observe($0, rows, parts, seed) }
        return read[read.count - 1].preceded(by: Array(read.dropLast()))
    }

    private func observe(_ weights: Weights, _ rows: [Int], _ parts: Parts, _ seed: Seed) throws -> Observations {
        let all = try observer.observe(weights, rows: rows + parts.strangers, known: parts.known, seed: seed)
        guard all.values.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
            throw NetworkError(
                .diverged,
                "what a model's layers make of some records is not a number",
                remedy: "Check the model's weights and the `source.preprocessing` of the manifest."
            )
        }
        let strangers = all.picking(rows.count..<all.count)
        return all.picking(0..<rows.count).standardised(by: strangers)
    }

    /// The adversary's records that a model was not trained on, shared out.
    private struct Parts {
        /// Observed as non-members.
        let nonMembers: [Int]
        /// Those that standardise the observations.
        let strangers: [Int]
        /// What the observer builds upon.
        let known: [Int]

        init(
            _ count: Int,
            without members: [Int],
            seed: Seed,
            _ extent: ObservationExtent,
            isAsked: Bool = true
        ) {
            let isMember = Set(members)
            var rest = (0..<count).filter { !isMember.contains($0) }
            var generator = seed.derived("parts").generator
            generator.shuffle(&rest)
            let third = rest.count / 3
            let first = isAsked ? min(extent.records, third) : 0
            let second = first + min(extent.strangers, third)
            nonMembers = Array(rest[..<first])
            strangers = Array(rest[first..<second])
            known = Array(rest[second...].prefix(extent.known))
        }
    }
}
