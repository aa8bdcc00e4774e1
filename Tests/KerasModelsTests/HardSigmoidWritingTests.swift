import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// `hard_sigmoid` is another function in Keras 2 than in Keras 3; what is written computes what the model did.
@Suite struct HardSigmoidWritingTests {
    /// A model with either function, at the end of a layer or as one.
    private func model(slope: Double) throws -> KerasModel {
        let chain: [NamedLayer] = [
            NamedLayer(
                name: "first",
                kind: "Dense",
                layer: Dense(inputs: 4, units: 5, activation: .hardSigmoid(slope: slope))
            ),
            NamedLayer(name: "last", kind: "Activation", layer: ActivationLayer(.hardSigmoid(slope: slope))),
        ]
        let architecture = try Architecture(name: "hard", inputShape: [4], chain)
        return KerasModel(architecture, weights: try architecture.freshWeights(Seed(2)))
    }

    @Test(arguments: [0.2, 1.0 / 6], KerasGeneration.allCases)
    func writesEitherForEither(_ slope: Double, _ generation: KerasGeneration) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "hard.h5").path
        let model = try model(slope: slope)
        try KerasModelWriter.write(model, to: path, for: generation)
        let back = try KerasModel.read(path)
        let x = try TensorGenerator(Seed(3)).uniform(high: 9, shape: [8, 4]).values()
        #expect(try back.answers(x).distance(to: model.answers(x)) < 1e-6)
        let isKept = (slope == 0.2) == (generation == .two)
        let names = back.architecture.layers.map(\.name)
        #expect(names == (isKept ? ["input", "first", "last"] : Self.apart))
    }

    private static let apart = ["input", "first", "first_scale", "first_clip", "last_scale", "last"]

    @Test func scalesTheGatesOfRecurrentCells() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "lstm.h5").path
        let model = try KerasModel.read(Fixture.path("keras2-lstm.h5"))
        try KerasModelWriter.write(model, to: path, for: .two)
        #expect(try KerasModel.read(path).weights == model.weights)
        try KerasModelWriter.write(model, to: path, for: .three)
        let back = try KerasModel.read(path)
        let x = try Fixture.input("keras2-lstm")
        #expect(try back.answers(x).distance(to: Fixture.output("keras2-lstm")) < 2e-5)
    }
}
