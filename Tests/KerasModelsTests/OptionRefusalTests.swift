import Diagnostics
import Foundation
import HDF5
import KerasModels
import Testing

/// Options of supported layers that are refused, and hostile ones: a typed reason that names the layer.
@Suite struct OptionRefusalTests {
    @Test(arguments: [
        (
            "[6, 6, 2]", "UpSampling2D", #""size": 2, "interpolation": "bicubic""#,
            KerasModelError.Code.unsupportedOption
        ),
        ("[6, 6, 2]", "UpSampling2D", #""size": 2, "interpolation": "lanczos3""#, .unsupportedOption),
        ("[6, 6, 2]", "Resizing", #""height": 3, "width": 3, "interpolation": "area""#, .unsupportedOption),
        ("[6, 6, 2]", "Resizing", #""height": 3, "width": 3, "pad_to_aspect_ratio": true"#, .unsupportedOption),
        ("[6, 6, 2]", "Resizing", #""height": 3, "width": 3, "antialias": true"#, .unsupportedOption),
        ("[6, 6, 2]", "Resizing", #""height": 1048576, "width": 1048576"#, .tooLarge),
        ("[6, 6, 2]", "RandomCrop", #""height": 3, "width": 3"#, .unsupportedOption),
        ("[6, 2]", "CenterCrop", #""height": 3, "width": 3"#, .shapeMismatch),
        (
            "[6, 6, 2]", "LocallyConnected2D", #""filters": 2, "kernel_size": 3, "implementation": 2"#,
            .unsupportedOption
        ),
        ("[6, 6, 2]", "LocallyConnected2D", #""filters": 2, "kernel_size": 3, "padding": "same""#, .malformedConfig),
        ("[6, 6, 2]", "LocallyConnected2D", #""filters": 2, "kernel_size": 9"#, .shapeMismatch),
        ("[6, 6, 2]", "Conv2DTranspose", #""filters": 2, "kernel_size": 3, "output_padding": 1"#, .shapeMismatch),
        ("[6, 6, 2]", "Conv2DTranspose", #""filters": 2, "kernel_size": 3, "padding": "causal""#, .malformedConfig),
        ("[6, 6, 2]", "Conv2DTranspose", #""filters": 2, "kernel_size": 1048576, "strides": 1048576"#, .tooLarge),
        ("[6, 6, 6]", "GroupNormalization", #""groups": 4"#, .shapeMismatch),
        ("[6, 6, 6]", "GroupNormalization", #""groups": 0"#, .malformedConfig),
        ("[6, 6]", "UnitNormalization", #""axis": 3"#, .malformedConfig),
        (
            "[6, 6, 2]", "SpectralNormalization", #""layer": {"class_name": "Lambda", "config": {"name": "l"}}"#,
            .lambdaLayer
        ),
        (
            "[6, 6, 2]", "SpectralNormalization", #""layer": {"class_name": "Own", "config": {"name": "o"}}"#,
            .customObject
        ),
        (
            "[6, 6, 2]", "SpectralNormalization", #""layer": {"class_name": "ReLU", "config": {"name": "r"}}"#,
            .malformedConfig
        ),
        ("[6, 6, 2]", "SpectralNormalization", #""layer": 3"#, .malformedConfig),
        ("[4, 6]", "EinsumDense", #""equation": "abc,cd->abz", "output_shape": 5"#, .malformedConfig),
        ("[4, 6]", "EinsumDense", #""equation": "abc,cd->abd", "output_shape": [3, 5]"#, .shapeMismatch),
        ("[4, 6]", "EinsumDense", #""equation": "abc,cd->abd", "output_shape": [-7, 5]"#, .malformedConfig),
        ("[4]", "CategoryEncoding", #""num_tokens": 4, "sparse": true"#, .unsupportedOption),
        ("[1048576]", "CategoryEncoding", #""num_tokens": 1048576"#, .shapeMismatch),
        ("[4]", "Discretization", #""num_bins": 4"#, .unsupportedOption),
        ("[4]", "Discretization", #""bin_boundaries": [3, 1]"#, .shapeMismatch),
        ("[4]", "Hashing", #""num_bins": 4"#, .unsupportedLayer),
        ("[4]", "RepeatVector", #""n": -1"#, .malformedConfig),
        ("[4, 2]", "RepeatVector", #""n": 2"#, .shapeMismatch),
        ("[4, 2]", "MaxoutDense", #""output_dim": 2"#, .shapeMismatch),
        ("[5]", "Activation", #""activation": "glu""#, .shapeMismatch),
        ("[4]", "Dense", #""units": 4, "activation": "glu""#, .unsupportedOption),
        ("[4]", "Activation", #""activation": "threshold""#, .unsupportedOption),
        ("[4]", "Dropout", #""rate": 0.5, "noise_shape": [null, 3]"#, .malformedConfig),
        ("[4]", "AutoContrast", "", .unsupportedLayer), ("[4, 4]", "Softmax", #""axis": [1, 5]"#, .malformedConfig),
        ("[4, 4]", "LayerScale", #""projection_dim": 5"#, .shapeMismatch),
        ("[4]", "TFOpLambda", #""function": "io.read_file""#, .unsupportedLayer),
    ])
    func areTyped(_ shape: String, _ className: String, _ options: String, _ code: KerasModelError.Code) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "model.h5").path
        let sizes = shape.dropFirst()
        let input = #"{"class_name": "InputLayer", "config": {"name": "in", "batch_shape": [null, \#(sizes)}}"#
        let name = options.isEmpty ? #""name": "x""# : #""name": "x", \#(options)"#
        let layer = #"{"class_name": "\#(className)", "config": {\#(name)}}"#
        let json = #"{"class_name": "Sequential", "config": {"name": "m", "layers": [\#(input), \#(layer)]}}"#
        try HDF5File.write(path) { file in
            try file.root.setAttribute("model_config", string: json)
            try file.root.setAttribute("keras_version", string: "3.15.0")
            try file.root.createGroup("model_weights").setAttribute("layer_names", strings: ["in", "x"])
        }
        do throws(KerasModelError) {
            _ = try KerasModel.read(path)
            Issue.record("read")
        } catch {
            #expect(error.code == code)
            #expect(error.location == .layer("x", file: path))
            #expect(!error.remedy.isEmpty)
        }
    }
}
