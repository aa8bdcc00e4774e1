import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// Models inside models, shared ones, several inputs and outputs, in every format, against real Keras 3 and 2.15
/// (see Fixtures/make_topology_fixtures.py).
@Suite struct TopologyTests {
    private static func path(_ name: String) throws -> String { try Fixture.path("Topologies/\(name)") }

    /// The answers of a model of the fixtures, against those of real Keras.
    private func distance(_ model: KerasModel, from name: String) throws -> Float {
        let cases = try Self.path("topology-\(name.dropFirst().prefix(1)).h5")
        return try model.answers(Fixture.values(cases, "\(name)/x")).distance(to: Fixture.values(cases, "\(name)/y"))
    }

    @Test(arguments: [
        "k2-transfer", "k2-tuned", "k2-twice", "k2-pair", "k2-late", "k2-slashes", "k2-renamed", "k3-transfer",
        "k3-tuned", "k3-deep", "k3-twice", "k3-pair", "k3-late", "k3-renamed",
    ])
    func readsWholeModels(_ name: String) throws {
        let model = try KerasModel.read(Self.path("\(name).h5"))
        #expect(model.format == "Keras HDF5")
        #expect(try distance(model, from: name) < 2e-5)
    }

    @Test(arguments: [
        "k2-transfer", "k2-tuned", "k2-deep", "k2-twice", "k2-pair", "k2-late", "k2-slashes", "k3-transfer", "k3-tuned",
        "k3-deep", "k3-twice", "k3-pair", "k3-late",
    ])
    func readsArchives(_ name: String) throws {
        let model = try KerasModel.read(Self.path("\(name).keras"))
        #expect(model.format == "Keras archive (.keras)")
        #expect(model.kerasVersion?.first == name.dropFirst().first)
        #expect(try distance(model, from: name) < 2e-5)
    }

    @Test(arguments: [
        "k2-transfer", "k2-tuned", "k2-deep", "k2-twice", "k2-pair", "k2-legacy", "k3-transfer", "k3-tuned", "k3-deep",
        "k3-twice", "k3-pair",
    ])
    func readsWeightsWithTheirArchitecture(_ name: String) throws {
        let weights = try Self.path("\(name).weights.h5")
        let model = try KerasModel.read(weights, architecture: Self.path("\(name).json"))
        #expect(model.format == "Keras weights (.weights.h5)")
        // The JSON of Keras 3 does not say who wrote it.
        #expect(model.kerasVersion?.first == (name.hasPrefix("k2") ? "2" : nil))
        #expect(try distance(model, from: name) < 2e-5)
    }

    @Test func takesTheArchitectureFromAnotherModel() throws {
        let model = try KerasModel.read(Self.path("k3-tuned.weights.h5"), architecture: Self.path("k3-tuned.h5"))
        #expect(try distance(model, from: "k3-tuned") < 2e-5)
        let archive = try KerasModel.read(Self.path("k2-tuned.weights.h5"), architecture: Self.path("k2-tuned.keras"))
        #expect(try distance(archive, from: "k2-tuned") < 2e-5)
        let whole = try KerasModel.read(Self.path("k3-renamed.h5"), architecture: Self.path("k3-renamed.json"))
        #expect(whole.architecture.layers.map(\.name).suffix(2) == ["d2", "d3"])
        #expect(try distance(whole, from: "k3-renamed") < 2e-5)
    }

    @Test func readsOlderArrangementsOfWeights() throws {
        let json = try Self.path("k2-legacy.json")
        let named = try KerasModel.read(Self.path("k2-legacy-weights.h5"), architecture: json)
        #expect(named.format == "Keras weights (HDF5)")
        #expect(try distance(named, from: "k2-legacy") < 2e-5)
        let older = try KerasModel.read(Self.path("k2-older.weights.h5"), architecture: Self.path("k2-tuned.json"))
        #expect(try distance(older, from: "k2-tuned") < 2e-5)
    }

    @Test(arguments: ["float16", "bfloat16", "float64"]) func readsWeightsOfOtherTypes(_ type: String) throws {
        let tolerance: Float = type == "float64" ? 2e-5 : 0.05
        let name = "k3-\(type)"
        let models = try [
            KerasModel.read(Self.path("\(name).h5")), KerasModel.read(Self.path("\(name).keras")),
            KerasModel.read(Self.path("\(name).weights.h5"), architecture: Self.path("\(name).json")),
        ]
        for model in models {
            #expect(try distance(model, from: name) < tolerance)
            #expect(model.weights == models[0].weights)
        }
    }

    @Test func readsPackedWeights() throws {
        let packed = try KerasModel.read(Self.path("k3-packed.h5"))
        #expect(try packed.weights == KerasModel.read(Self.path("k3-tuned.h5")).weights)
    }

    @Test func callsInnerLayersByTheirPath() throws {
        let deep = try KerasModel.read(Self.path("k3-deep.h5"))
        #expect(
            deep.architecture.layers.map(\.name) == [
                "image", "first", "outer/middle/inner/same", "outer/middle/inner/bn", "outer/middle/same", "outer/conv",
                "flatten", "same",
            ]
        )
        let cut = try deep.architecture.cut(after: "outer/middle/inner/bn")
        #expect(deep.architecture.nodes[cut].shape == [8, 8, 4])
    }

    @Test func sharesLayersThatAreAppliedTwice() throws {
        let model = try KerasModel.read(Self.path("k3-twice.h5"))
        let uses = Dictionary(grouping: model.architecture.nodes.indices) { index in
            model.architecture.layers[model.architecture.nodes[index].layer].name
        }
        for name in ["twice/twice_a", "twice/twice_e"] { #expect(uses[name]?.count == 2) }
        #expect(uses["shared"]?.count == 3)
        #expect(uses["both"]?.count == 1)
    }

    @Test(arguments: [
        "k2-several.h5", "k2-several.keras", "k3-several.h5", "k3-several.keras",
    ])
    func choosesAmongInputsAndOutputs(_ file: String) throws {
        let name = String(file.prefix(10))
        let path = try Self.path(file)
        #expect(try distance(KerasModel.read(path, input: "a", output: "one"), from: name) < 2e-5)
        #expect(try distance(KerasModel.read(path, output: "one"), from: name) < 2e-5)
        let inside = try KerasModel.read(path, output: "inside")
        #expect(inside.architecture.outputShape == [5])
        #expect(inside.architecture.layers.map(\.name) == ["a", "inside"])
        #expect(failure { try KerasModel.read(path) }?.code == .severalInputsOrOutputs)
        #expect(failure { try KerasModel.read(path) }?.remedy.contains("one, two") == true)
        #expect(failure { try KerasModel.read(path, input: "a") }?.code == .severalInputsOrOutputs)
        #expect(failure { try KerasModel.read(path, output: "two") }?.code == .severalInputsOrOutputs)
        let both = failure { try KerasModel.read(path, input: "a", output: "two") }
        #expect(both?.code == .severalInputsOrOutputs)
        #expect(both?.location == .layer("b", file: path))
        #expect(failure { try KerasModel.read(path, output: "onee") }?.code == .unknownLayer)
        #expect(failure { try KerasModel.read(path, input: "c", output: "one") }?.code == .unknownLayer)
        #expect(failure { try KerasModel.read(path, input: "b", output: "one") }?.code == .severalInputsOrOutputs)
    }

    @Test(arguments: [
        ("k3-tuned.weights.h5", KerasModelError.Code.noArchitecture), ("k2-legacy-weights.h5", .noArchitecture),
        ("k3-tuned.json", .noWeights), ("k3-empty.keras", .noWeights), ("k3-npz.keras", .unsupportedFormat),
        ("k3-torch.pt", .torchScript), ("k3-other.zip", .unsupportedFormat),
    ])
    func refusesWhatIsNoWholeModel(_ file: String, _ code: KerasModelError.Code) throws {
        let path = try Self.path(file)
        let error = failure { try KerasModel.read(path) }
        #expect(error?.code == code)
        #expect(error?.location == .file(path))
        if code == .noArchitecture || file == "k3-tuned.json" {
            #expect(error?.remedy.contains("--architecture") == true)
        }
    }

    @Test func refusesWeightsOfAnotherModel() throws {
        let weights = try Self.path("k3-tuned.weights.h5")
        #expect(
            failure { try KerasModel.read(weights, architecture: Self.path("k3-pair.json")) }?.code == .weightsMismatch
        )
        #expect(failure { try KerasModel.read(weights, architecture: weights) }?.code == .noArchitecture)
        let legacy = try Self.path("k2-legacy-weights.h5")
        #expect(
            failure { try KerasModel.read(legacy, architecture: Self.path("k2-pair.json")) }?.code == .weightsMissing
        )
    }

    private func failure(_ read: () throws -> KerasModel) -> KerasModelError? {
        do {
            _ = try read()
            return nil
        } catch {
            return error as? KerasModelError
        }
    }
}
