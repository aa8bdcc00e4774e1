import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// What is written is read back the same; `keras_parity.py` loads the same files in real Keras.
@Suite struct WritingTests {
    /// A model made here from engine layers alone, of every kind that can be written.
    private func own() throws -> KerasModel {
        let window = SlidingWindow([3, 3], strides: [2, 2], padding: .same)
        let separable = SlidingWindow([3, 3], padding: .same)
        let chain: [NamedLayer] = [
            NamedLayer(name: "scale", kind: "Rescaling", layer: Rescaling(scale: [1 / 127.5], offset: [-1])),
            NamedLayer(
                name: "conv",
                kind: "Conv2D",
                layer: Convolution(inputs: 3, filters: 4, window: window, hasBias: false)
            ),
            NamedLayer(name: "bn", kind: "BatchNormalization", layer: BatchNorm(features: 4)),
            NamedLayer(name: "relu", kind: "ReLU", layer: ActivationLayer(.relu)),
            NamedLayer(
                name: "deep",
                kind: "DepthwiseConv2D",
                layer: Convolution(inputs: 4, filters: 8, window: separable, groups: 4)
            ),
            NamedLayer(
                name: "mix",
                kind: "SeparableConv2D",
                layer: SeparableConvolution(inputs: 8, filters: 6, window: separable)
            ),
            NamedLayer(
                name: "pool",
                kind: "MaxPooling2D",
                layer: Pooling(.max, window: SlidingWindow([2, 2], strides: [2, 2]))
            ),
            NamedLayer(name: "drop", kind: "Dropout", layer: Dropout(rate: 0.2)),
            NamedLayer(name: "features", kind: "GlobalAveragePooling2D", layer: GlobalPooling(.average)),
            NamedLayer(name: "norm", kind: "LayerNormalization", layer: LayerNorm(axes: [1], sizes: [6])),
            NamedLayer(name: "head", kind: "Dense", layer: Dense(inputs: 6, units: 3, activation: .softmax(axis: -1))),
        ]
        let architecture = try Architecture(name: "own", inputShape: [12, 12, 3], chain)
        return KerasModel(architecture, weights: try architecture.freshWeights(Seed(5)))
    }

    @Test(arguments: Fixture.unwritable) func refusesWhatKerasHasNoLayersFor(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        do throws(KerasModelError) {
            try KerasModelWriter.write(model, to: folder.appending(path: "back.h5").path)
            Issue.record("written")
        } catch {
            #expect(error.code == .notWritable)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: Fixture.cases.filter { !Fixture.unwritable.contains($0) })
    func readsBackWhatItWrote(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let path = folder.appending(path: "back.h5").path
        try KerasModelWriter.write(model, to: path)
        let back = try KerasModel.read(path)
        #expect(back.weights == model.weights)
        // An operation is written as the layer that computes the same.
        for (found, layer) in zip(back.architecture.layers, model.architecture.layers) {
            #expect(found.kind == layer.kind || layer.kind.hasPrefix("ops."))
        }
        #expect(back.architecture.layers.count == model.architecture.layers.count)
        // Without the file's own options, from the engine's layers alone.
        let bare = KerasModel(model.architecture, weights: model.weights)
        if model.kerasVersion?.hasPrefix("2") != true {
            try KerasModelWriter.write(bare, to: path)
            let x = try Fixture.input(name)
            #expect(try KerasModel.read(path).answers(x).distance(to: model.answers(x)) == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["back.h5"])
    }

    @Test func writesTransferredLayersAlone() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("residual.h5"))
        let cut = try model.architecture.cut(after: "features")
        let path = folder.appending(path: "cut.h5").path
        try KerasModelWriter.write(model, to: path, upTo: cut)
        let part = try KerasModel.read(path)
        let x = try Fixture.input("residual")
        #expect(try part.answers(x).distance(to: model.answers(x, upTo: cut)) == 0)
        #expect(try part.answers(x).distance(to: KerasModel.read(Fixture.path("residual-cut.h5")).answers(x)) == 0)
        #expect(!part.architecture.layers.contains { $0.name == "head" })
    }

    @Test func leavesNothingBehindWhenItCannotWrite() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "none/model.h5").path
        #expect(throws: KerasModelError.self) { try KerasModelWriter.write(own(), to: path) }
        let model = try own()
        let odd = Architecture(
            name: "odd",
            layers: model.architecture.layers.map {
                $0.name == "relu"
                    ? NamedLayer(name: "odd", kind: "?", layer: ActivationLayer(.hardSigmoid(slope: 0.2))) : $0
            },
            nodes: model.architecture.nodes,
            output: model.architecture.output
        )
        do throws(KerasModelError) {
            try KerasModelWriter.write(odd, weights: model.weights, to: folder.appending(path: "odd.h5").path)
            Issue.record("written")
        } catch {
            #expect(error.code == .notWritable)
            #expect(error.location == .layer("odd", file: folder.appending(path: "odd.h5").path))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    /// Files for `keras_parity.py`, into the folder LAYERAUDIT_PARITY names.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LAYERAUDIT_PARITY"] != nil))
    func writesForRealKeras() throws {
        let folder = ProcessInfo.processInfo.environment["LAYERAUDIT_PARITY"] ?? ""
        func write(_ name: String, _ model: KerasModel, _ x: TensorValues) throws {
            try KerasModelWriter.write(model, to: "\(folder)/\(name).h5")
            let y = try model.answers(x)
            try HDF5File.write("\(folder)/\(name).expected") { file in
                try file.root.createDataset("x", shape: x.shape, floats: x.floats)
                try file.root.createDataset("y", shape: y.shape, floats: y.floats)
            }
        }
        for name in Fixture.cases where !Fixture.unwritable.contains(name) {
            let model = try KerasModel.read(Fixture.path("\(name).h5"))
            let x = try Fixture.input(name)
            try write("\(name)-kept", model, x)
            if model.kerasVersion?.hasPrefix("2") != true {
                try write("\(name)-bare", KerasModel(model.architecture, weights: model.weights), x)
            }
        }
        let x = try TensorGenerator(Seed(6)).uniform(high: 255, shape: [3, 12, 12, 3]).values()
        try write("own", own(), x)
        let model = try KerasModel.read(Fixture.path("residual.h5"))
        let part = model.shallowPart(upTo: try model.architecture.cut(after: "features"))
        try write("residual-part", part, try Fixture.input("residual"))
    }
}
