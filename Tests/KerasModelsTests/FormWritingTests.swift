import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// Layers that are written in the form of the file they came from, or as others that compute the same.
@Suite struct FormWritingTests {
    /// A model of one local convolution.
    private static func local(
        _ shape: [Int],
        _ layer: LocalConvolution
    ) throws -> KerasModel {
        let named = NamedLayer(name: "local", kind: "LocallyConnected\(layer.window.axes)D", layer: layer)
        let architecture = try Architecture(name: "own", inputShape: shape, [named])
        var weights = try architecture.freshWeights(Seed(3)).layers
        for index in weights.indices where weights[index].count > 1 {
            let (shape, count) = (weights[index][1].shape, weights[index][1].floats.count)
            let floats = (0..<count).map { Float($0) / Float(count) - 0.5 }
            weights[index][1] = TensorValues(shape: shape, floats: floats)
        }
        return KerasModel(architecture, weights: Weights(weights))
    }

    private static let locals: [(shape: [Int], layer: LocalConvolution)] = [
        (
            [3, 7, 6],
            LocalConvolution(
                inputs: 3,
                filters: 2,
                window: SlidingWindow([3, 2], strides: [2, 1]),
                places: [3, 5],
                order: .channelsFirst,
                activation: .softmax(axis: -1)
            )
        ),
        (
            [9, 2],
            LocalConvolution(
                inputs: 2,
                filters: 3,
                window: SlidingWindow([4], strides: [3]),
                places: [2],
                activation: .hardSigmoid(slope: 0.2)
            )
        ),
    ]

    @Test(arguments: locals.indices) func writesLocalConvolutionsAsMatrices(_ index: Int) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (shape, layer) = Self.locals[index]
        let model = try Self.local(shape, layer)
        let x = try TensorGenerator(Seed(4)).uniform(high: 2, shape: [3] + shape).values()
        let expected = try model.answers(x)
        let path = folder.appending(path: "local.h5").path
        try KerasModelWriter.write(model, to: path)
        let back = try KerasModel.read(path)
        #expect(try back.answers(x).distance(to: expected) < 1e-5)
        #expect(back.architecture.layers.prefix(3).map(\.kind) == ["InputLayer", "Flatten", "Dense"])
        #expect(back.architecture.layers.last?.name == "local")
        try KerasModelWriter.write(model, to: path, for: .two)
        #expect(try KerasModel.read(path).architecture.layers.contains { $0.kind.hasPrefix("LocallyConnected") })
    }

    @Test func refusesAMatrixThatIsTooLarge() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let layer = LocalConvolution(inputs: 4, filters: 4, window: SlidingWindow([2, 2]), places: [59, 59])
        let model = try Self.local([60, 60, 4], layer)
        let path = folder.appending(path: "local.h5").path
        do {
            try KerasModelWriter.write(model, to: path)
            Issue.record("it was written")
        } catch {
            #expect(error.code == .notWritable)
            #expect(error.location == .layer("local", file: path))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        try KerasModelWriter.write(model, to: path, for: .two)
    }

    /// Where the arrays of a model's layers lie in a file for whoever has the model's code.
    @Test(arguments: [
        (
            "rnn-cells",
            ["layers/rnn/cell/vars/2", "layers/rnn_1/cell/vars/2", "layers/rnn_2/cell/cells/lstm_cell/vars/0"]
        ),
        (
            "time-distributed-model",
            [
                "layers/time_distributed/layer/layers/functional/layers/conv2d_1/vars/0",
                "layers/time_distributed/layer/layers/dense/vars/1",
            ]
        ),
    ])
    func keepsTheFormOfTheFile(_ name: String, _ arrays: [String]) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try KerasModel.read(Fixture.path("\(name).h5"))
        let path = folder.appending(path: "own.weights.h5").path
        #expect(try KerasModelWriter.write(model, to: path, as: .weights) == [path])
        let root = try HDF5File.open(path).root
        for array in arrays { #expect(try root.dataset(array).shape.isEmpty == false) }
        // The same weights, read with the architecture of the file itself.
        let back = try KerasModel.read(path, architecture: Fixture.path("\(name).h5"))
        #expect(back.weights == model.weights)
    }
}
