import AuditCore
import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Target models by transfer learning (paper, appendix A, TL2).
struct TargetTrainerTests {
    private let source: SourceModel
    private let queries: RecordBatches
    private let own: (records: RecordBatches, labels: [Int])

    init() throws {
        source = try Small.source()
        queries = try Small.records(20, seed: 21).records
        let records = try Small.records(30, seed: 22)
        own = (records.records, (0..<30).map { $0 * 7 % 5 })
    }

    private func trainer(threads: Int = 1) throws -> TargetTrainer {
        try TargetTrainer(
            source: source,
            records: own.records,
            labels: own.labels,
            classes: 5,
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
    }

    private func donors() throws -> [TargetTrainer.Donor] {
        try (0..<3).map { index in
            TargetTrainer.Donor(
                weights: try source.architecture.freshWeights(Seed(31).derived("donor", index)),
                queryRows: Array((0..<20).filter { $0 % (index + 1) == 0 }.reversed()),
                seed: Seed(32).derived("target", index)
            )
        }
    }

    @Test(arguments: [Approach.freezing, .fineTuning])
    func answersQueriesThenTrainingRecords(approach: Approach) throws {
        let recipe = Small.recipe(epochs: 60, rate: 0.1)
        let donors = try donors()
        let results = try trainer().train(approach: approach, recipe: recipe, donors: donors, queries: queries)
        for (result, donor) in zip(results, donors) {
            #expect(result.logits.shape == [donor.queryRows.count + 30, 5])
            let count = donor.queryRows.count * 5
            let answers = Answers(logits: Array(result.logits.floats[count...]), classes: 5, labels: own.labels)
            #expect(answers.accuracy > 0.4, "random labels among five are learned by heart")
        }
        let threaded = try trainer(threads: 2)
            .train(approach: approach, recipe: recipe, donors: donors, queries: queries)
        #expect(threaded.map(\.logits) == results.map(\.logits))
        let backwards = try trainer().train(
            approach: approach,
            recipe: recipe,
            donors: donors.reversed(),
            queries: queries
        )
        #expect(backwards.reversed().map(\.logits) == results.map(\.logits))
    }

    /// With a learning rate of 0: a fresh head for five classes over the donor's layers, in both approaches.
    @Test(arguments: [Approach.freezing, .fineTuning])
    func startsFromTheDonorsLayers(approach: Approach) throws {
        let still = Small.recipe(epochs: 1, rate: 0)
        let donors = try donors()
        let results = try trainer().train(approach: approach, recipe: still, donors: donors, queries: queries)
        let target = try source.architecture.answering(classes: 5)
        let shared = source.architecture.layers(upTo: source.cut)
        for (result, donor) in zip(results, donors) {
            var weights = try target.freshWeights(donor.seed)
            if approach == .freezing {
                let part = target.deepPart(after: source.featureNode)
                weights.replace(part.layerMap, with: try part.part.freshWeights(donor.seed))
            }
            for layer in shared { weights.layers[layer] = donor.weights.layers[layer] }
            let network = try Network(target, weights: weights)
            let expected = try TensorValues.concatenated([
                network.outputs(queries.picking(donor.queryRows)), network.outputs(own.records),
            ])
            #expect(zip(result.logits.floats, expected.floats).allSatisfy { abs($0 - $1) < 1e-5 })
        }
    }

    /// Freezing leaves the donor's layers alone: the same head over the same features, computed here directly.
    @Test func freezingTrainsTheHeadAlone() throws {
        let recipe = Small.recipe(epochs: 10)
        let donors = try donors()
        let results = try trainer().train(approach: .freezing, recipe: recipe, donors: donors, queries: queries)
        let target = try source.architecture.answering(classes: 5)
        for (result, donor) in zip(results, donors) {
            let network = try Network(source.architecture, weights: donor.weights)
            let features = try TensorValues.concatenated([
                network.outputs(queries.picking(donor.queryRows), upTo: source.cut),
                network.outputs(own.records, upTo: source.cut),
            ])
            let farm = HeadFarm(
                target.deepPart(after: source.cut).part,
                recipe: recipe,
                device: .cpu,
                threads: 1,
                cancellation: Cancellation()
            )
            let job = HeadFarm.Job(
                trainRows: Array(donor.queryRows.count..<features.rows),
                labels: own.labels,
                queryRows: Array(0..<features.rows),
                seed: donor.seed
            )
            let expected = try farm.train(features: features, jobs: [job])[0].logits
            #expect(zip(result.logits.floats, expected.floats).allSatisfy { abs($0 - $1) < 1e-4 })
        }
    }

    @Test func headsThatCannotBeWidened() throws {
        let architecture = try Architecture(
            name: "pooled",
            inputShape: [4, 4, 2],
            [
                Small.named("shared", Dense(inputs: 2, units: 3)), Small.named("norm", BatchNorm(features: 3)),
                Small.named("pool", GlobalPooling(.average)),
            ]
        )
        let pooled = try SourceModel(architecture, weights: architecture.freshWeights(Seed(1)), cut: 1)
        #expect {
            _ = try TargetTrainer(
                source: pooled,
                records: own.records,
                labels: own.labels,
                classes: 5,
                device: .cpu,
                threads: 1,
                cancellation: Cancellation()
            )
        } throws: {
            ($0 as? NetworkError)?.code == .notAClassifier
        }
    }
}
