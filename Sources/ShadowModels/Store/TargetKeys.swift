import AuditCore
import Networks
import Tensors

/// The addresses of target models in a store.
struct TargetKeys {
    private let approach: Approach
    private let classes: Int
    private let records: Int
    private let shared: [Int]
    private let queries: @Sendable ([Int]) throws -> [[UInt8]]
    private let common: KeyWriter

    /// - Returns: nil without a store, or where nobody can say what records or layers are.
    init?(
        _ trainer: TargetTrainer,
        _ approach: Approach,
        _ recipe: TrainingRecipe,
        queries: RecordBatches
    ) throws {
        let source = trainer.source
        guard let store = trainer.store, let digests = trainer.records.digests, let asked = queries.digests,
            let shallow = ConfigurationText.of(source.architecture),
            let architecture = ConfigurationText.of(trainer.target), let training = ConfigurationText.of(recipe)
        else { return nil }
        var writer = store.writer("target", device: trainer.device)
        writer.add(approach.rawValue)
        writer.add(training)
        writer.add(shallow)
        writer.add(architecture)
        // Where no layer is transferred it does not count where the model would be cut.
        if approach != .baseline { writer.add(source.featureNode) }
        writer.add(records: try digests(Array(trainer.labels.indices)))
        writer.add(numbers: trainer.labels)
        self.approach = approach
        classes = trainer.classes
        records = trainer.labels.count
        shared = approach == .baseline ? [] : source.architecture.layers(upTo: source.cut)
        self.queries = asked
        common = writer
    }

    /// The address of the model on one donor's layers.
    func key(_ donor: TargetTrainer.Donor) throws -> StoreKey {
        var writer = common
        writer.add(donor.seed)
        writer.add(donor.weights, layers: shared)
        writer.add(records: try queries(donor.queryRows))
        return writer.key(
            kind: "target, \(approach.rawValue)",
            records: records,
            shape: [donor.queryRows.count + records, classes]
        )
    }
}
