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

    /// Models inside stay models, with the replaced layers in them.
    @Test(arguments: ["k3-transfer.h5", "k3-deep.h5", "k3-twice.keras"], KerasGeneration.allCases)
    func writesGroupsOfModelsInside(_ name: String, _ generation: KerasGeneration) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try KerasModel.read(Fixture.path("Topologies/\(name)"))
        let result = source.architecture.withGroupNormalisation()
        #expect(!result.changed.isEmpty)
        let model = source.replacing(result.architecture, weights: result.weights(from: source.weights))
        let path = folder.appending(path: "groups.h5").path
        try KerasModelWriter.write(model, to: path, for: generation)
        let back = try KerasModel.read(path)
        #expect(Set(back.architecture.layers.map(\.name)) == Set(source.architecture.layers.map(\.name)))
        #expect(back.architecture.layers.contains { $0.name.contains("/") && $0.kind == "GroupNormalization" })
        #expect(!back.architecture.layers.contains { $0.kind == "BatchNormalization" })
        let x = try TensorGenerator(Seed(4)).normal(shape: [4] + model.inputShape).values()
        #expect(try back.answers(x).distance(to: model.answers(x)) < 1e-6)
    }

    /// A layer that the file does not have has no place in its models inside: everything is written flat.
    @Test func writesAnAddedLayerFlat() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try KerasModel.read(Fixture.path("Topologies/k3-transfer.h5"))
        let architecture = try #require(source.architecture.droppingBeforeAnswer(rate: 0.3))
        let model = source.replacing(architecture, weights: Weights(source.weights.layers + [[]]))
        let path = folder.appending(path: "dropped.h5").path
        try KerasModelWriter.write(model, to: path)
        let back = try KerasModel.read(path)
        #expect(back.architecture.layers.contains { $0.layer is Dropout })
        #expect(back.architecture.layers.contains { $0.name == "base_base_e" })
        let x = try TensorGenerator(Seed(4)).normal(shape: [4] + model.inputShape).values()
        #expect(try back.answers(x).distance(to: model.answers(x)) == 0)
    }
}
