import AuditCore
import Audits
import KerasModels
import Networks
import Tensors
import TestSupport
import Testing

/// Advice end to end: on a model that learned copies by heart, and on one that knows nothing of its members.
@Suite struct PlantedAdviceTests {
    private static let base = [
        "[60, 90]": "[90]", "repeats: 2": "repeats: 1",
        "[transmia-dnn, transmia-svm, transmia-entropy]": "[loss-global, transmia-entropy]",
        "  training: {epochs: 5, optimizer: adam": """
          test: {file: data.h5, x: /targetTest/x, y: /targetTest/y}
          training: {epochs: 30, optimizer: adam
        """,
    ]

    private static func training(epochs: Int) -> [String: String] {
        [
            "source: {model: source.h5}": """
            source:
              model: source.h5
              training: {epochs: \(epochs), optimizer: adam, learningRate: 0.01, weightDecay: 0, batchSize: 64}
            """
        ]
    }

    private static func trained(_ members: PlantedData.RecordSet, epochs: Int) throws -> KerasModel {
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
            recipe: TrainingRecipe(
                epochs: epochs,
                optimizer: .adam,
                learningRate: 0.01,
                weightDecay: 0,
                batchSize: 64
            ),
            seed: Seed(6),
            cancellation: Cancellation()
        )
        return KerasModel(architecture, weights: try network.weights())
    }

    private func hardened(_ audit: PlantedAudit) throws -> LaboratoryResult {
        try Audit.harden(
            ManifestReader.read(path: audit.folder.path("audit.yaml")),
            options: audit.options(),
            progress: SilentProgress(),
            cancellation: .init()
        )
    }

    /// Each member stands ten times in the training set: what a model learns of it by heart is taken back by stopping early
    /// and by differential privacy, and by nothing else as much.
    @Test func copiesAreAnsweredByEarlyStoppingAndDifferentialPrivacy() throws {
        var edits = Self.base.merging(Self.training(epochs: 30)) { $1 }
        edits["policy: gdpr-baseline"] = """
            countermeasures: [early-stopping, l2, dropout, label-smoothing, mixup, \
            {differential-privacy: {epsilon: 2, epochs: 10, batchSize: 200}}]
            policy: gdpr-baseline
            """
        var data = PlantedData()
        let once = try #require(data.sets["members"])
        var copies = once
        for _ in 1..<10 {
            copies.values += once.values
            copies.labels += once.labels
        }
        data.sets["members"] = copies
        let sets = data.sets
        let audit = try PlantedAudit(
            edits,
            change: { $0.sets = sets },
            model: { _ in try Self.trained(copies, epochs: 30) }
        )
        let result = try hardened(audit)
        let changes = result.trials.filter { $0.kind == .countermeasure && $0.outcome == .measured }
        let strongest = changes.sorted { ($0.leakage.first?.auc ?? 1) < ($1.leakage.first?.auc ?? 1) }
        #expect(changes.count == 6)
        #expect(Set(strongest.prefix(2).map(\.countermeasure)) == ["early-stopping", "differential-privacy"])
        let falls = try #require(result.advice.sentences.first { $0.key == "advice.falls" })
        guard case .list(let named, _) = falls.arguments.first?.value else {
            Issue.record("\(falls)")
            return
        }
        for trial in strongest.prefix(2) {
            #expect(named.prefix(2).contains { $0.text.contains(trial.title.text) })
        }
        #expect(result.advice.conclusion != .unnecessary)
    }

    /// A model that was trained on other records than the members: nothing leaks, and nothing is advised but to go on
    /// watching, although countermeasures were tried.
    @Test func whereNothingLeaksNothingIsAdvised() throws {
        var edits = Self.base
        edits["policy: gdpr-baseline"] =
            "countermeasures: [{layer-noise: {deviation: 0.01}}, quantisation]\npolicy: gdpr-baseline"
        let audit = try PlantedAudit(
            edits,
            change: { _ in },
            model: { _ in try Self.trained(try #require(PlantedData(seed: 8).sets["members"]), epochs: 30) }
        )
        let record = try audit.run().record
        #expect(record.trials.map(\.outcome) == [.measured, .measured, .measured])
        #expect(record.recommendations.isEmpty)
        #expect(record.advice?.conclusion == .unnecessary)
        #expect(record.advice?.sentences.first?.key == "advice.unnecessary")
        // The audit itself is the table's first row, and no other than the one that `harden` makes.
        let again = try hardened(audit)
        #expect(again.trials == record.trials && again.advice == record.advice)
        let aucs = record.measurements.filter { $0.statistic == .auc && $0.attack != "gap" }.compactMap(\.value)
        #expect(record.trials.first?.leakage.first?.auc == aucs.max())
        #expect(record.figures.contains { $0.id == "pareto" })
    }
}
