import AuditCore
import Networks
import Tensors

/// The addresses of shadow models in a store.
struct LotKeys {
    private let approach: Approach
    private let classes: Int
    private let labels: [Int]
    private let service: String?
    private let records: [[UInt8]]
    /// Whose each record is, where that shapes the training.
    private let persons: [String]?
    /// All records with their labels, for models that answer for each.
    private let everything: [UInt8]
    private let common: KeyWriter

    /// - Returns: nil without a store, or where nobody can say what records or layers are.
    init?(_ trainer: ShadowTrainer, _ approach: Approach, _ recipe: TrainingRecipe) throws {
        let source = trainer.source
        guard let store = trainer.store, let digests = trainer.records.digests,
            let architecture = ConfigurationText.of(source.architecture), let training = ConfigurationText.of(recipe)
        else { return nil }
        var writer = store.writer("shadow", device: trainer.device)
        writer.add(approach.rawValue)
        writer.add(training)
        writer.add(architecture)
        switch approach {
        case .freezing:
            writer.add(source.featureNode)
            writer.add(source.weights, layers: source.architecture.layers(upTo: source.featureNode))
        case .fineTuning: writer.add(source.weights, layers: source.architecture.layers(upTo: source.cut))
        default: break
        }
        self.approach = approach
        classes = source.classes
        labels = trainer.labels
        service = source.service?.name
        records = try digests(Array(trainer.labels.indices))
        persons = recipe.privacy?.protectsPersons == true ? trainer.records.persons : nil
        var all = KeyWriter()
        all.add(records: records)
        all.add(numbers: labels)
        everything = all.digest
        common = writer
    }

    /// The address of one model.
    func key(_ lot: ShadowLot) -> StoreKey {
        var writer = common
        writer.add(lot.seed)
        writer.add(records: lot.trainRows.map { records[$0] })
        writer.add(numbers: lot.trainRows.map { labels[$0] })
        if let persons { writer.add(texts: lot.trainRows.map { persons[$0] }) }
        writer.add(records: lot.testRows.map { records[$0] })
        // Features take a record's place into their last digit (`SteadyPlaces`).
        if approach == .freezing { writer.add(numbers: lot.rows.map { $0 % ParallelOutputs.largestBatch }) }
        writer.add(lot.keepsWeights ? 1 : 0)
        if let temperature = lot.temperature {
            writer.add(temperature)
            writer.add(everything)
            // What is kept of a reference is what its service makes of its answers.
            if let service { writer.add(service) }
        }
        // Nothing where none are asked for: addresses from before there were checkpoints stay what they are.
        if !lot.checkpoints.isEmpty {
            writer.add("checkpoints")
            writer.add(numbers: lot.checkpoints)
        }
        return writer.key(
            kind: "shadow, \(approach.rawValue)",
            records: lot.trainRows.count,
            shape: [lot.rows.count, classes],
            checkpoints: lot.checkpoints.count
        )
    }
}

extension ShadowStore {
    /// A writer that knows what of program and machine shapes every result.
    func writer(_ role: String, device: Device) -> KeyWriter {
        var writer = KeyWriter()
        writer.add(Self.format)
        for text in [role, version, Engine.version, device.rawValue] { writer.add(text) }
        return writer
    }
}
