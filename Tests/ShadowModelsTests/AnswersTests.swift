import Foundation
import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Prediction vectors from logits, and the outputs they come from.
struct AnswersTests {
    @Test func softmaxInDoublePrecision() {
        let answers = Answers(logits: [0, 40, -100, 90, 90, 90, 1, 2, 3], classes: 3, labels: [1, 0, 0])
        #expect(abs(answers.vectors[0] / exp(-40) - 1) < 1e-12, "4e-18 keeps its digits")
        #expect(answers.vectors[2] == exp(-140))
        #expect(answers.vectors[3...5].allSatisfy { $0 == 1.0 / 3 })
        let sum = exp(1.0) + exp(2.0) + exp(3.0)
        for k in 0..<3 { #expect(abs(answers.vectors[6 + k] - exp(Double(k + 1)) / sum) < 1e-15) }
        #expect((0..<3).map(answers.prediction) == [1, 0, 2], "the first of equals")
        #expect(answers.accuracy == 2.0 / 3)
        #expect(answers.picking([2, 0]).labels == [0, 1])
        #expect(answers.picking([2, 0]).vectors == Array(answers.vectors[6...8] + answers.vectors[0...2]))
        #expect(answers.appending(answers).count == 6)
        #expect(Answers(logits: [], classes: 3, labels: []).accuracy == 0)
    }

    @Test(arguments: [0, 1, 128, 129, 300])
    func outputsDoNotDependOnThreads(count: Int) throws {
        let window = SlidingWindow([3, 3], strides: [2, 2], padding: .same)
        let architecture = try Architecture(
            name: "images",
            inputShape: [6, 6, 2],
            [
                Small.named("conv", Convolution(inputs: 2, filters: 4, window: window)),
                Small.named("norm", BatchNorm(features: 4)), Small.named("relu", ActivationLayer(.relu)),
                Small.named("pool", GlobalPooling(.average)), Small.named("answer", Dense(inputs: 4, units: 3)),
            ]
        )
        var weights = try architecture.freshWeights(Seed(2))
        weights.layers[2] = [[2, 0.5, -1, 1], [0.1, 0.2, 0.3, 0.4], [0.5, -0.5, 0, 1], [1, 2, 0.5, 0.1]].map {
            TensorValues(shape: [4], floats: $0)
        }
        let records = RecordBatches(try TensorGenerator(Seed(3)).normal(shape: [count, 6, 6, 2]).values())
        func outputs(_ threads: Int) throws -> TensorValues {
            let cancellation = Cancellation()
            return try ParallelOutputs(
                architecture,
                weights: weights,
                device: .cpu,
                threads: threads,
                cancellation: cancellation
            )(records)
        }
        let one = try outputs(1)
        #expect(one.shape == [count, 3])
        #expect(try outputs(2) == one && outputs(3) == one)
        let direct = try Network(architecture, weights: weights).outputs(records)
        #expect(zip(one.floats, direct.floats).allSatisfy { abs($0 - $1) < 1e-4 })
    }
}
