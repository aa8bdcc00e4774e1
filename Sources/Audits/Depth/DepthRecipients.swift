import AuditCore
import Datasets
import Networks
import ShadowModels
import Tensors

/// Builds the recipient's model on the layers of every cut, and one that uses none of them.
struct DepthRecipients {
    private let session: Session
    private let materials: Materials
    private let recipes: [Approach: TrainingRecipe]
    /// The answers for the recipient's test records, by cut and approach; the baseline under no cut.
    private var answers: [Place: Answers] = [:]
    /// Why there are none.
    private(set) var note: Phrase?

    private struct Place: Hashable {
        let cut: String?
        let approach: Approach
    }

    private static let confidence = 0.95

    /// - Parameter recipes: how the recipient trains under each approach; from scratch under `baseline`.
    init(_ session: Session, _ materials: Materials, _ recipes: [Approach: TrainingRecipe]) {
        self.session = session
        self.materials = materials
        self.recipes = recipes
    }

    /// The recipients, as far as the manifest names their data.
    func run(_ cuts: [DepthCut], _ storage: DepthStorage) throws -> DepthRecipients {
        var result = self
        guard let train = materials.targetTrain, let test = materials.targetTest else {
            let key = materials.targetTrain == nil ? "depth.no-target" : "depth.no-target-test"
            result.note = Phrase(key: key)
            return result
        }
        var trainers: [TargetTrainer] = []
        do throws(NetworkError) {
            for cut in cuts { trainers.append(try trainer(cut.source, train, threads: session.threads)) }
        } catch {
            guard error.code == .notAClassifier else { throw error }
            result.note = Phrase(verbatim: error.summary)
            return result
        }
        let queries = materials.records(test)
        let features = trainers[0].storedFeatures(
            of: queries,
            nodes: recipes[.freezing] != nil ? cuts.map(\.source.featureNode) : [],
            in: storage.store
        )
        // The baseline first, then the shallow cuts: the longest jobs.
        let places = Approach.allCases.flatMap { approach in
            guard let recipe = recipes[approach] else { return [(Place, DepthCut, TrainingRecipe)]() }
            guard approach != .baseline else { return [(Place(cut: nil, approach: approach), cuts[0], recipe)] }
            return cuts.map { (Place(cut: $0.name, approach: approach), $0, recipe) }
        }
        let crew = DepthCrew(session, jobs: places.count)
        let share = 1 / Double(places.count)
        let all = try session.stage("Building target models") { done in
            try Workers.map(places, threads: crew.jobs) { place, cut, recipe in
                var own = try self.trainer(cut.source, train, threads: crew.threadsEach)
                own.features = place.approach == .freezing ? features : nil
                return try self.answers(own, place, recipe, queries, test.labels) { done($0 * share) }
            }
        }
        features.remove()
        for (place, own) in zip(places, all) { result.answers[place.0] = own }
        return result
    }

    /// The accuracy at a cut, and its difference from the recipient's who got nothing; under no cut that one's own.
    func utility(_ cut: String?, _ approach: Approach) -> TrialUtility? {
        let baseline = answers[Place(cut: nil, approach: .baseline)]
        return answers[Place(cut: cut, approach: approach)].flatMap {
            TrialUtility(
                .recipient,
                approach,
                $0,
                comparedWith: cut == nil ? nil : baseline,
                confidence: Self.confidence
            )
        }
    }

    private func trainer(
        _ source: SourceModel,
        _ train: Dataset,
        threads: Int
    ) throws(NetworkError) -> TargetTrainer {
        try TargetTrainer(
            source: source,
            records: materials.records(train),
            labels: train.labels,
            classes: max(2, train.classCount),
            store: session.store,
            device: session.device,
            threads: threads,
            cancellation: session.cancellation
        )
    }

    private func answers(
        _ trainer: TargetTrainer,
        _ place: Place,
        _ recipe: TrainingRecipe,
        _ queries: RecordBatches,
        _ labels: [Int],
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> Answers {
        let donor = TargetTrainer.Donor(
            weights: materials.source.weights,
            queryRows: Array(labels.indices),
            seed: session.seed.derived("target-\(place.approach.rawValue)")
        )
        let logits = try trainer.train(
            approach: place.approach,
            recipe: recipe,
            donors: [donor],
            queries: queries,
            done: done
        )[0].logits
        let tested = logits.rows(Array(labels.indices))
        return Answers(logits: tested.floats, classes: trainer.classes, labels: labels)
    }
}
