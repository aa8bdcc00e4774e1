import Networks
import Tensors

/// How far a record lies from where the model's label changes; the model answers labels alone (Choquette-Choo, Tramèr,
/// Carlini and Papernot 2021, section 3.4; Li and Zhang 2021).
///
/// - `boundary-distance`: by HopSkipJump, in units of the records' range (images) or standard deviations (others); 0 for
///   records whose label the model does not answer.
public struct BoundaryObserver: ModelObserver {
    /// What is read.
    public static let names = ["boundary-distance"]
    /// Labels asked for per record, unless told otherwise.
    public static let usualQueries = 120
    /// On fewer models and records: every one takes many labels.
    public static let extent = ObservationExtent.labels

    private let trainer: ShadowTrainer
    private let queries: Int
    private let precision: Precision

    /// Takes records and labels; the adversary trains no models of its own here.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) {
        self.init(trainer, queries: Self.usualQueries, precision: recipe.precision)
    }

    /// Takes records and labels, and how many labels to ask for per record at most.
    public init(_ trainer: ShadowTrainer, queries: Int, precision: Precision = .float32) {
        self.trainer = trainer
        self.precision = precision
        self.queries = queries
    }

    /// Reads the distances.
    ///
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        let scale = try InputScale(trainer)
        let service = LabelService(trainer, weights, precision: precision)
        let starts = try BoundaryStarts(service, trainer, known: known, scale: scale)
        let budget = queries
        let read = try service.map(rows) { queries, records, labels in
            let probed = ProbedRecords(queries: queries, scale: scale, records: records, labels: labels)
            return try HopSkipJump(probed: probed, budget: budget, seed: seed.derived("boundary"))
                .distances(from: starts.nearest(to: records, labels))
        }
        return Observations(names: Self.names, values: [read.results], queries: starts.queries + read.queries)
    }
}
