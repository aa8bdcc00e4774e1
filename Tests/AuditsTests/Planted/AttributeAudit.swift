import AuditCore
import Audits
import KerasModels
import Networks
import Tensors
import Testing

/// An audit of a source model whose members mostly are of one of two kinds of records, `north` and `south`.
enum AttributeAudit {
    /// Share of `north` among the members.
    static let share = 0.8

    /// - Parameters:
    ///   - isPlanted: whether a record's class shows in other places of it for each kind; otherwise its kind shows in nothing.
    ///   - edits: further ones of the manifest.
    ///   - seed: decides the records.
    static func planted(_ isPlanted: Bool, _ edits: [String: String] = [:], seed: UInt64 = 1) throws -> PlantedAudit {
        var sets: [String: PlantedData.RecordSet] = [:]
        for (role, count) in [
            ("members", 300), ("nonMembers", 200), ("shadowTrain", 1300), ("shadowTest", 900), ("targetTrain", 300),
        ] {
            sets[role] = records(
                count,
                share: role == "members" ? share : 0.5,
                isPlanted: isPlanted,
                Seed(seed).derived(role)
            )
        }
        let changed = sets
        let members = try #require(sets["members"])
        return try PlantedAudit(
            Self.edits.merging(edits) { $1 },
            change: { data in data.sets.merge(changed) { $1 } },
            model: { _ in try model(members) }
        )
    }

    private static var edits: [String: String] {
        var edits = [
            "[60, 90]": "[60]", "[baseline, freezing]": "[freezing]", "repeats: 2": "repeats: 1",
            "[transmia-dnn, transmia-svm, transmia-entropy]":
                "[transmia-entropy, target-attribute, target-attribute-unaided]",
            "training: {epochs: 5, optimizer": "training: {epochs: 40, optimizer",
            "training: {epochs: 15, optimizer": "training: {epochs: 30, optimizer",
            "  attackTraining": "  attribute: {value: north}\n  attackTraining",
        ]
        for role in ["members", "shadowTrain", "shadowTest"] {
            edits["y: /\(role)/y}"] = "y: /\(role)/y, attribute: /\(role)/attribute}"
        }
        return edits
    }

    private static func records(_ count: Int, share: Double, isPlanted: Bool, _ seed: Seed) -> PlantedData.RecordSet {
        let half = PlantedData.width / 2
        var centres = NormalNumbers(Seed(77))
        let middle = (0..<PlantedData.classes).map { _ in centres.next(half) }
        var noise = NormalNumbers(seed)
        var draw = seed.derived("kind").generator
        var set = PlantedData.RecordSet()
        var kinds: [String] = []
        for index in 0..<count {
            let label = index % PlantedData.classes
            let isNorth = Double.random(in: 0..<1, using: &draw) < share
            kinds.append(isNorth ? "north" : "south")
            set.labels.append(label)
            for k in 0..<PlantedData.width {
                let shows = !isPlanted || (k < half) == isNorth
                set.values.append(Float((shows ? 1.5 * middle[label][k % half] : 0) + noise.next()))
            }
        }
        set.attributes = kinds
        return set
    }

    private static func model(_ members: PlantedData.RecordSet) throws -> KerasModel {
        let architecture = try PlantedModel.architecture()
        Engine.setThreads(1)
        let network = try Network(
            architecture.answeringLogits().architecture,
            weights: architecture.freshWeights(Seed(5))
        )
        try Training.run(
            network,
            records: RecordBatches(TensorValues(shape: [members.count, PlantedData.width], floats: members.values)),
            labels: members.labels,
            recipe: TrainingRecipe(epochs: 30, optimizer: .adam, learningRate: 0.01, weightDecay: 0, batchSize: 32),
            seed: Seed(6),
            cancellation: Cancellation()
        )
        return KerasModel(architecture, weights: try network.weights())
    }
}
