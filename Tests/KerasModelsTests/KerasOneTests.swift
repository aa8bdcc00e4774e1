import Foundation
import HDF5
import KerasModels
import Tensors
import Testing

/// Configurations in words that only Keras 1 had.
@Suite struct KerasOneTests {
    /// A model of layers without weights behind an input `x`, as Keras 1.2 wrote it.
    private func model(_ shape: String, _ layers: [String], output: String, in folder: URL) throws -> KerasModel {
        let input = """
            {"class_name": "InputLayer", "name": "x", "inbound_nodes": [],
             "config": {"name": "x", "batch_input_shape": [null, \(shape)], "input_dtype": "float32", "sparse": false}}
            """
        let json = """
            {"class_name": "Model", "config": {"name": "m", "layers": [\(([input] + layers).joined(separator: ", "))],
             "input_layers": [["x", 0, 0]], "output_layers": [["\(output)", 0, 0]]}}
            """
        let path = folder.appending(path: "one.h5").path
        try HDF5File.write(path) { file in
            try file.root.setAttribute("model_config", string: json)
            try file.root.setAttribute("keras_version", string: "1.2.2")
            try file.root.createGroup("model_weights").setAttribute("layer_names", strings: ["x", output])
        }
        return try KerasModel.read(path)
    }

    /// `Merge` of the input and its positive part.
    private func merge(_ options: String, in folder: URL) throws -> KerasModel {
        let relu = """
            {"class_name": "Activation", "name": "r", "inbound_nodes": [[["x", 0, 0]]],
             "config": {"name": "r", "trainable": true, "activation": "relu"}}
            """
        let merge = """
            {"class_name": "Merge", "name": "m", "inbound_nodes": [[["x", 0, 0], ["r", 0, 0]]],
             "config": {"name": "m", "layers": [], "arguments": {}, "node_indices": null, "tensor_indices": null,
             "output_mask": null, "output_mask_type": "raw", "output_shape": null, "output_shape_type": "raw", \(options)}}
            """
        return try model("4", [relu, merge], output: "m", in: folder)
    }

    @Test(arguments: [
        (#""mode": "sum""#, [2, -2, 6, -4] as [Float]), (#""mode": "mul""#, [1, 0, 9, 0]),
        (#""mode": "ave""#, [1, -1, 3, -2]), (#""mode": "max""#, [1, 0, 3, 0]),
        (#""mode": "concat", "concat_axis": -1"#, [1, -2, 3, -4, 1, 0, 3, 0]),
        (#""mode": "dot", "dot_axes": 1"#, [10]), (#""mode": "cos", "dot_axes": 1"#, [0.5773503]),
    ])
    func mergesInOneClass(_ options: String, _ expected: [Float]) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try merge(#""mode_type": "raw", \#(options)"#, in: folder)
        let y = try model.answers(TensorValues(shape: [1, 4], floats: [1, -2, 3, -4]))
        #expect(y.distance(to: TensorValues(shape: y.shape, floats: expected)) < 1e-5)
        #expect(y.shape[0] == 1)
    }

    @Test(arguments: [
        (#""mode_type": "lambda", "mode": ["code", null, null]"#, KerasModelError.Code.lambdaLayer),
        (#""mode_type": "raw", "mode": "quotient""#, .unsupportedOption),
        (#""mode_type": "raw", "mode": "sum", "layers": [{"class_name": "Dense"}]"#, .severalInputsOrOutputs),
    ])
    func refusesOtherMerges(_ options: String, _ code: KerasModelError.Code) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            _ = try merge(options, in: folder)
            Issue.record("it was read")
        } catch let error as KerasModelError {
            #expect(error.code == code)
            #expect(error.location == .layer("m", file: folder.appending(path: "one.h5").path))
        }
    }

    @Test(arguments: [
        (
            #"{"top_pad": 1, "bottom_pad": 0, "left_pad": 0, "right_pad": 2}"#, [3, 3],
            [0, 0, 0, 1, 0, 0, 2, 0, 0] as [Float]
        ),
        ("[0, 1]", [2, 3], [0, 1, 0, 0, 2, 0]),
    ])
    func padsByNames(_ padding: String, _ sizes: [Int], _ expected: [Float]) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pad = """
            {"class_name": "ZeroPadding2D", "name": "p", "inbound_nodes": [[["x", 0, 0]]],
             "config": {"name": "p", "trainable": true, "dim_ordering": "tf", "padding": \(padding)}}
            """
        let model = try model("2, 1, 1", [pad], output: "p", in: folder)
        let y = try model.answers(TensorValues(shape: [1, 2, 1, 1], floats: [1, 2]))
        #expect(y.shape == [1] + sizes + [1])
        #expect(y.floats == expected)
    }
}
