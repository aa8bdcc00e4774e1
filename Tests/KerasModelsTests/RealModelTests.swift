import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import TestSupport
import Testing

/// Models real Keras wrote, versions 2.0 to 3.15, against outputs real Keras computed.
@Suite(.enabled(if: SharedFolder.has("data"), "the folder shared/data is not beside the repository"))
struct RealModelTests {
    @Test func answersAsTheTinyResNet() throws {
        let model = try KerasModel.read(SharedFolder.path("data/keras-models/mlcommons-tiny/pretrainedResnet.h5"))
        let reference = SharedFolder.path("data/keras-models/expected/mlcommons-tiny__pretrainedResnet.h5.expected.h5")
        let found = try model.answers(Fixture.values(reference, "input"))
        let distance = try found.distance(to: Fixture.values(reference, "output"))
        print("pretrainedResnet.h5: largest difference \(distance)")
        #expect(distance < 1e-4)
    }

    @Test(arguments: ["members", "nonMembers"]) func answersAsTheAuditedModel(_ set: String) throws {
        let model = try KerasModel.read(SharedFolder.path("data/audits/cifar10/source.h5"))
        let expected = SharedFolder.path("data/audits/cifar10/expected.h5")
        let images = try HDF5File.open(SharedFolder.path("data/audits/cifar10/data.h5")).root.dataset("\(set)/x")
        let x = TensorValues(shape: [1000] + images.shape.dropFirst(), floats: try images.readFloats(rows: 0..<1000))
        let cut = try model.architecture.cut(after: "features")
        let features = try model.answers(x, upTo: cut).distance(to: Fixture.values(expected, "\(set)/features"))
        let predictions = try model.answers(x).distance(to: Fixture.values(expected, "\(set)/predictions"))
        let (part, layerMap) = model.architecture.shallowPart(upTo: cut)
        let folded = part.folded(model.weights.picking(layerMap))
        let fast = try Network(folded.architecture, weights: folded.weights).outputs(RecordBatches(x))
        let foldedFeatures = try fast.distance(to: Fixture.values(expected, "\(set)/features"))
        print("source.h5, \(set): predictions \(predictions), features \(features), folded \(foldedFeatures)")
        #expect(max(predictions, features, foldedFeatures) < 1e-4)
    }

    @Test(arguments: ["model_lambda.h5", "sequential_lambda.h5"]) func refusesLambdas(_ name: String) throws {
        let folder = "keras-models/dl4j-test-resources/modelimport/keras/examples/lambda"
        do throws(KerasModelError) {
            _ = try KerasModel.read(SharedFolder.path("data/\(folder)/\(name)"))
            Issue.record("read")
        } catch {
            #expect(error.code == .lambdaLayer)
        }
    }

    /// Every model that has a reference answers as Keras did.
    @Test func answersAsKerasDid() throws {
        let folder = SharedFolder.path("data/keras-models/expected")
        var agreeing = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let reference = try HDF5File.open("\(folder)/\(name)")
            let stated = try reference.root.stringAttribute("model_file") ?? ""
            do {
                let distances = try distances(reference, SharedFolder.path("data/keras-models/\(stated)"))
                let tolerance = max(1e-5, try reference.root.doubleAttribute("suggested_tolerance") ?? 1e-4)
                #expect(distances.allSatisfy { $0 <= Float(tolerance) }, "\(stated)")
                print("\(stated): \(distances)")
                agreeing += 1
            } catch let error as KerasModelError {
                Issue.record("\(stated): \(error)")
            }
        }
        #expect(agreeing == 101)
    }

    /// Every other file is refused for the reason that holds for it alone.
    @Test func refusesTheOthers() throws {
        let root = SharedFolder.path("data/keras-models")
        let whole = try Set(
            FileManager.default.contentsOfDirectory(atPath: "\(root)/expected").compactMap { name -> String? in
                let file = try HDF5File.open("\(root)/expected/\(name)").root
                guard try file.stringAttribute("architecture_file") == nil else { return nil }
                return try file.stringAttribute("model_file")
            }
        )
        var refused: [KerasModelError.Code: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() where !whole.contains(name) {
            guard !name.hasPrefix("expected"), !name.hasSuffix(".npy"), !name.hasSuffix(".onnx"),
                !name.hasSuffix(".md"), isFile("\(root)/\(name)")
            else { continue }
            do throws(KerasModelError) {
                _ = try KerasModel.read("\(root)/\(name)")
                Issue.record("\(name) was read")
            } catch {
                refused[error.code, default: 0] += 1
                guard error.code == .noWeights || error.code == .noArchitecture else {
                    #expect(error.code == .lambdaLayer, "\(name): \(error)")
                    continue
                }
                #expect((error.code == .noWeights) == name.contains(".json"), "\(name): \(error)")
            }
        }
        print("refused: \(refused)")
        #expect(refused[.lambdaLayer] == 5)
        #expect((refused[.noWeights] ?? 0) >= 16)
    }

    @Test(arguments: ["qkeras_3layer", "keras_bnn", "KERAS_3layer_ternary_small", "qkeras_mnist_dense"])
    func refusesClassesOfOthers(_ name: String) throws {
        let folder = SharedFolder.path("data/keras-models/fastml-example-models/keras")
        do throws(KerasModelError) {
            _ = try KerasModel.read("\(folder)/\(name)_weights.h5", architecture: "\(folder)/\(name).json")
            Issue.record("read")
        } catch {
            #expect(error.code == .customObject)
        }
    }

    /// The largest difference of each output of a model.
    private func distances(_ reference: HDF5File, _ path: String) throws -> [Float] {
        let architecture = try reference.root.stringAttribute("architecture_file").map {
            SharedFolder.path("data/keras-models/\($0)")
        }
        let x = try Fixture.values(reference.path, "input")
        let shape = Array(x.shape.dropFirst())
        let outputs = try reference.root.memberNames().filter { $0.hasPrefix("output") }
        guard outputs != ["output"] else {
            let model = try KerasModel.read(path, architecture: architecture, inputShape: shape)
            return [try model.answers(x).distance(to: Fixture.values(reference.path, "output"))]
        }
        // The one model with two outputs.
        return try zip(["conv4-1", "conv4-2"], outputs).map { layer, output in
            let model = try KerasModel.read(path, architecture: architecture, output: layer, inputShape: shape)
            return try model.answers(x).distance(to: Fixture.values(reference.path, output))
        }
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
