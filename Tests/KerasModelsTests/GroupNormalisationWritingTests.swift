import Foundation
import KerasModels
import Networks
import Tensors
import Testing

/// Models read from Keras files whose batch normalisations were replaced, as they are written again.
@Suite struct GroupNormalisationWritingTests {
    @Test(arguments: ["batchnorm.h5", "batchnorm-vector.h5"], KerasGeneration.allCases)
    func writesGroups(_ name: String, _ generation: KerasGeneration) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try KerasModel.read(Fixture.path(name))
        let result = source.architecture.withGroupNormalisation()
        #expect(!result.changed.isEmpty)
        let model = KerasModel(result.architecture, weights: result.weights(from: source.weights))
        let path = folder.appending(path: "groups.h5").path
        try KerasModelWriter.write(model, to: path, for: generation)
        let back = try KerasModel.read(path)
        #expect(back.architecture.layers.map(\.kind) == model.architecture.layers.map(\.kind))
        #expect(back.architecture.layers.contains { $0.kind == "GroupNormalization" })
        let x = try TensorGenerator(Seed(4)).normal(shape: [4] + model.inputShape).values()
        #expect(try back.answers(x).distance(to: model.answers(x)) < 1e-6)
    }
}
