import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// What is written is read back the same; `Tests/Parity/roundtrip.py` loads the same files in real Keras.
@Suite struct WritingTests {
    /// A model made here from engine layers alone.
    static func own() throws -> KerasModel {
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
                name: "mix",
                kind: "SeparableConv2D",
                layer: SeparableConvolution(inputs: 4, filters: 6, window: separable)
            ),
            NamedLayer(name: "drop", kind: "Dropout", layer: Dropout(rate: 0.2)),
            NamedLayer(name: "features", kind: "GlobalAveragePooling2D", layer: GlobalPooling(.average)),
            NamedLayer(name: "head", kind: "Dense", layer: Dense(inputs: 6, units: 3, activation: .softmax(axis: -1))),
        ]
        let architecture = try Architecture(name: "own", inputShape: [12, 12, 3], chain)
        return KerasModel(architecture, weights: try architecture.freshWeights(Seed(5)))
    }

    /// The model as it is read back after being written in a format.
    private func back(
        _ model: KerasModel,
        as format: ExportFormat,
        for generation: KerasGeneration,
        in folder: URL
    ) throws -> KerasModel {
        let path = folder.appending(path: format == .weights ? "back.weights.h5" : "back.h5").path
        let files = try KerasModelWriter.write(model, to: path, as: format, for: generation)
        guard format == .weights else {
            #expect(files == [path])
            return try KerasModel.read(path)
        }
        let architecture = folder.appending(path: "back.json").path
        if !files.contains(architecture) {
            try KerasModelWriter.write(model, to: architecture, as: .json, for: generation)
        }
        return try KerasModel.read(path, architecture: architecture)
    }

    @Test(arguments: Fixture.cases.filter { $0 != MaskWritingTests.onlyInKerasTwo }, [ExportFormat.h5, .weights])
    func readsBackWhatItWrote(_ name: String, _ format: ExportFormat) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let x = try Fixture.input(name)
        let expected = try model.answers(x)
        #expect(try back(model, as: format, for: .three, in: folder).answers(x).distance(to: expected) < 1e-5)
    }

    @Test(arguments: [
        "k2-transfer.h5", "k2-tuned.h5", "k2-deep.keras", "k2-twice.h5", "k2-pair.h5", "k2-late.h5", "k2-slashes.h5",
        "k2-renamed.h5", "k3-transfer.h5", "k3-tuned.h5", "k3-deep.h5", "k3-twice.keras", "k3-pair.h5", "k3-late.keras",
    ])
    func keepsModelsInside(_ file: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("Topologies/\(file)"))
        let name = String(file.prefix { $0 != "." })
        let x = try Fixture.values(Fixture.path("Topologies/topology-\(name.dropFirst().prefix(1)).h5"), "\(name)/x")
        let expected = try model.answers(x)
        for format in [ExportFormat.h5, .weights] {
            for generation in KerasGeneration.allCases {
                let found = try back(model, as: format, for: generation, in: folder)
                #expect(try found.answers(x).distance(to: expected) == 0)
                #expect(found.weights.layers.count == model.weights.layers.count)
                if !file.contains("slashes") {
                    #expect(Set(found.architecture.layers.map(\.name)) == Set(model.architecture.layers.map(\.name)))
                }
            }
        }
    }

    @Test(arguments: [ExportFormat.h5, .weights]) func writesTransferredLayersAlone(_ format: ExportFormat) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("residual.h5"))
        let cut = try model.architecture.cut(after: "features")
        let part = try back(model.shallowPart(upTo: cut), as: format, for: .three, in: folder)
        let x = try Fixture.input("residual")
        #expect(try part.answers(x).distance(to: model.answers(x, upTo: cut)) == 0)
        #expect(try part.answers(x).distance(to: KerasModel.read(Fixture.path("residual-cut.h5")).answers(x)) == 0)
        #expect(!part.architecture.layers.contains { $0.name == "head" })
    }

    @Test func writesAPartOfAModelInsideFlat() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("Topologies/k3-deep.h5"))
        let cut = try model.architecture.cut(after: "outer/middle/inner/bn")
        let path = folder.appending(path: "part.weights.h5").path
        let files = try KerasModelWriter.write(model, to: path, upTo: cut, as: .weights)
        #expect(files == [path, folder.appending(path: "part.json").path])
        let part = try KerasModel.read(path, architecture: files[1])
        #expect(
            part.architecture.layers.map(\.name)
                == ["image", "first", "outer_middle_inner_same", "outer_middle_inner_bn"]
        )
        let whole = folder.appending(path: "part.h5").path
        try KerasModelWriter.write(model, to: whole, upTo: cut)
        let differences = try LayerComparer.compare(source: model, transferred: whole, cut: cut)
        #expect(differences.map(\.layer) == ["first", "outer/middle/inner/same", "outer/middle/inner/bn"])
        #expect(differences.allSatisfy { $0.result == .identical })
        let x = try Fixture.values(Fixture.path("Topologies/topology-3.h5"), "k3-deep/x")
        #expect(try part.answers(x).distance(to: model.answers(x, upTo: cut)) == 0)
    }

    @Test func writesTheArchitectureOfAWholeModelOnlyWhenAsked() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("residual.h5"))
        let path = folder.appending(path: "whole.weights.h5").path
        #expect(try KerasModelWriter.write(model, to: path, as: .weights) == [path])
        // A model made here is nobody else's.
        let other = folder.appending(path: "own.weights.h5").path
        #expect(try KerasModelWriter.write(Self.own(), to: other, as: .weights).count == 2)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["own.json", "own.weights.h5", "whole.weights.h5"]
        )
    }

    @Test func readsBackAModelMadeHere() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try Self.own()
        let x = try TensorGenerator(Seed(6)).uniform(high: 255, shape: [3, 12, 12, 3]).values()
        for format in [ExportFormat.h5, .weights] {
            let found = try back(model, as: format, for: .three, in: folder)
            #expect(found.weights == model.weights)
            #expect(found.architecture.layers.map(\.kind) == model.architecture.layers.map(\.kind))
            #expect(try found.answers(x).distance(to: model.answers(x)) == 0)
        }
    }

    @Test func leavesNothingBehindWhenItCannotWrite() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["none/model.h5", "none/model.weights.h5", "none/model.json"] {
            let path = folder.appending(path: name).path
            let format = try #require(ExportFormat(path: path))
            #expect(failure { try KerasModelWriter.write(Self.own(), to: path, as: format) }?.code == .writeFailed)
        }
        let model = try Self.own()
        let odd = Architecture(
            name: "odd",
            layers: model.architecture.layers.map {
                $0.name == "relu"
                    ? NamedLayer(name: "odd", kind: "?", layer: ActivationLayer(.hardSigmoid(slope: 0.3))) : $0
            },
            nodes: model.architecture.nodes,
            output: model.architecture.output
        )
        let path = folder.appending(path: "odd.h5").path
        let error = failure { try KerasModelWriter.write(odd, weights: model.weights, to: path) }
        #expect(error?.code == .notWritable)
        #expect(error?.location == .layer("odd", file: path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    private func failure<Result>(_ work: () throws -> Result) -> KerasModelError? {
        do {
            _ = try work()
            return nil
        } catch {
            return error as? KerasModelError
        }
    }
}
