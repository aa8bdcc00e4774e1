import AuditCore
import Networks
import Tensors
import Testing

@testable import ShadowModels

/// A model's result is the same to the last bit, whichever others are trained beside it: what a store holds and what is
/// trained fit together.
struct CompanyTests {
    /// Convolution, normalisation, pooling, dropout: layers whose products the engine cuts by the size of a batch.
    private func source(_ head: [NamedLayer]) throws -> SourceModel {
        let window = SlidingWindow([3, 3], padding: .same)
        let architecture = try Architecture(
            name: "convolutional",
            inputShape: [9, 9, 3],
            [
                Small.named("conv_1", Convolution(inputs: 3, filters: 13, window: window, activation: .relu)),
                Small.named("norm", BatchNorm(features: 13)),
                Small.named("conv_2", Convolution(inputs: 13, filters: 37, window: window, activation: .relu)),
                Small.named("pool", GlobalPooling(.average)),
                Small.named("shared", Dense(inputs: 37, units: 101, activation: .tanh)),
            ] + head
        )
        return try SourceModel(
            architecture,
            weights: architecture.freshWeights(Seed(5)),
            cut: architecture.cut(after: "shared")
        )
    }

    static let heads: [[NamedLayer]] = [
        [
            Small.named("hidden", Dense(inputs: 101, units: 53, activation: .relu)),
            Small.named("drop", Dropout(rate: 0.2)), Small.named("answer", Dense(inputs: 53, units: 3)),
        ],
        [
            Small.named("hidden", Dense(inputs: 101, units: 53, activation: Small.unstackable)),
            Small.named("answer", Dense(inputs: 53, units: 3)),
        ],
    ]

    @Test(arguments: StoredBench.approaches, heads.indices)
    func aloneOrAmongOthers(approach: Approach, head: Int) throws {
        let records = RecordBatches(try TensorGenerator(Seed(8)).normal(shape: [230, 9, 9, 3]).values())
        let labels = (0..<230).map { $0 * 7 % 3 }
        func set(_ rows: Range<Int>) -> (records: RecordBatches, labels: [Int]) {
            (records.picking(Array(rows)), Array(labels[rows]))
        }
        let trainer = ShadowTrainer(
            source: try source(Self.heads[head]),
            train: set(0..<100),
            test: set(100..<200),
            audited: set(200..<230),
            seed: Seed(3),
            device: .cpu,
            threads: 2,
            cancellation: Cancellation()
        )
        let lots = (0..<7).map { index in
            let draw = trainer.draw(size: index == 4 ? 45 : 33, repeatIndex: 0, index: index)
            return ShadowLot(
                trainRows: draw.trainRows,
                testRows: draw.testRows.map { $0 + 100 },
                seed: Seed(4).derived("lot", index),
                temperature: index % 3 == 1 ? 2 : nil,
                keepsWeights: approach != .freezing
            )
        }
        let training = LotTraining(trainer: trainer, approach: approach, recipe: Small.recipe(epochs: 2, batchSize: 10))
        let all = try training.run(lots) { _ in }
        for company in [[0], [4], [1, 5], [6, 2, 3]] {
            for (index, result) in zip(company, try training.run(company.map { lots[$0] }) { _ in }) {
                let isSame =
                    result.logits == all[index].logits && result.signals == all[index].signals
                    && result.weights == all[index].weights
                #expect(isSame, "model \(index) among \(company)")
            }
        }
    }
}
