import Networks
import Statistics
import Tensors

/// What a recipient, or a thief, of the transferred layers alone makes of records: no answer of the source model is asked.
///
/// - `own-head-margin`: φ of heads that the adversary trains over the layers' features of its own records, averaged.
/// - `centroid-distance`: cosine distance of the feature to the mean feature of the record's class.
/// - `feature-norm`: Euclidean norm of the feature.
/// - `feature-density`: mean cosine similarity to the most similar features of the adversary's records.
public struct LayerObserver: ModelObserver {
    /// What is read, in this order.
    public static let names = ["own-head-margin", "centroid-distance", "feature-norm", "feature-density"]

    /// Heads that are trained over each model's features.
    private static let heads = 4
    /// Most similar records by which density is judged.
    private static let neighbours = 10

    private let trainer: ShadowTrainer
    private let recipe: TrainingRecipe

    /// Takes records, labels and the cut, and how heads are trained.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) {
        self.trainer = trainer
        self.recipe = recipe
    }

    /// Reads the features' numbers.
    ///
    /// - Throws: what training heads and running the layers throws.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        let features = try features(weights, trainer.records.picking(known + rows))
        let vectors = FeatureVectors(features)
        let places = Array(known.count..<features.rows)
        let labels = (known + rows).map { trainer.labels[$0] }
        let knownPlaces = Array(0..<known.count)
        return Observations(
            names: Self.names,
            values: [
                try margins(
                    features,
                    labels,
                    known: known.count,
                    recipe.overFeatures { try self.features(weights, $0) },
                    seed
                ),
                vectors.centroidDistances(places, labels, among: knownPlaces, classes: trainer.source.classes),
                places.map { vectors.norms[$0] },
                vectors.densities(places, among: knownPlaces, neighbours: Self.neighbours),
            ]
        )
    }

    /// What the transferred layers, and what follows them without weights, answer.
    private func features(_ weights: Weights, _ records: RecordBatches) throws -> TensorValues {
        let shallow = trainer.source.architecture.shallowPart(upTo: trainer.source.featureNode)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: weights.picking(shallow.layerMap),
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        return try outputs(records)
    }

    /// φ under the adversary's own heads, averaged over them.
    private func margins(
        _ features: TensorValues,
        _ labels: [Int],
        known: Int,
        _ recipe: TrainingRecipe,
        _ seed: Seed
    ) throws -> [Double] {
        let farm = HeadFarm(
            trainer.source.architecture.deepPart(after: trainer.source.featureNode).part,
            recipe: recipe,
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let queried = Array(known..<features.rows)
        let jobs = (0..<Self.heads).map { head in
            HeadFarm.Job(
                trainRows: Array(0..<known),
                labels: Array(labels[..<known]),
                queryRows: queried,
                seed: seed.derived("own-head", head)
            )
        }
        let classes = trainer.source.classes
        var sums = [Double](repeating: 0, count: queried.count)
        for result in try farm.train(features: features, jobs: jobs) {
            let answers = Answers(logits: result.logits.floats, classes: classes, labels: Array(labels[known...]))
            for (row, label) in answers.labels.enumerated() {
                // A head that is sure beyond what numbers hold says no more than one that is very sure.
                let margin = LogitMargin.value(answers.vector(row), label: label) ?? -Self.surest
                sums[row] += min(max(margin, -Self.surest), Self.surest)
            }
        }
        return sums.map { $0 / Double(Self.heads) }
    }

    /// Bound of φ, in nats.
    private static let surest = 50.0
}
