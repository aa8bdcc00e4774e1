import Foundation
import HDF5
import KerasModels
import Testing

/// Options of layers over sequences that are refused, and damage that is found.
@Suite struct SequenceRefusalTests {
    @Test(arguments: [
        ("bidirectional", "\"merge_mode\": \"sum\"", "\"merge_mode\": null", KerasModelError.Code.unsupportedOption),
        ("bidirectional", "\"merge_mode\": \"sum\"", "\"merge_mode\": \"dot\"", .malformedConfig),
        ("bidirectional", "\"go_backwards\": true", "\"go_backwards\": false", .malformedConfig),
        ("bidirectional", "\"class_name\": \"GRU\"", "\"class_name\": \"Dense\"", .unsupportedOption),
        ("lstm", "\"go_backwards\": true", "\"time_major\": true", .unsupportedOption),
        ("lstm", "\"units\": 4", "\"units\": 0", .malformedConfig),
        ("lstm", "\"units\": 4", "\"units\": 5", .weightsMismatch),
        ("lstm", "\"softsign\"", "\"mine\"", .unsupportedOption),
        ("rnn-cells", "\"class_name\": \"SimpleRNNCell\"", "\"class_name\": \"MyCell\"", .customObject),
        ("rnn-cells", "\"cells\": [", "\"cells\": [[], ", .malformedConfig),
        ("initial-state", "\"units\": 3", "\"units\": 4", .shapeMismatch),
        ("multi-head-attention", "\"attention_axes\": [1]", "\"attention_axes\": [0]", .unsupportedOption),
        ("multi-head-attention", "\"output_shape\": [5]", "\"output_shape\": [5, 2]", .unsupportedOption),
        ("multi-head-causal", "\"use_causal_mask\": true", "\"return_attention_scores\": true", .unsupportedOption),
        ("group-query-attention", "\"num_key_value_heads\": 2", "\"num_key_value_heads\": 3", .malformedConfig),
        ("attention", "\"score_mode\": \"concat\"", "\"score_mode\": \"general\"", .malformedConfig),
        ("embedding", "\"input_dim\": 7", "\"input_dim\": 99999999999", .malformedConfig),
        ("time-distributed", "\"class_name\": \"Dense\"", "\"class_name\": \"Lambda\"", .lambdaLayer),
        ("time-distributed", "\"class_name\": \"Dense\"", "\"class_name\": \"Mine\"", .customObject),
        ("time-distributed-model", "\"class_name\": \"Conv2D\"", "\"class_name\": \"Mine\"", .customObject),
        ("conv-lstm", "\"class_name\": \"ConvLSTM2D\"", "\"class_name\": \"ConvLSTM1D\"", .shapeMismatch),
        ("mask-given", "0], \"kwargs\"", "\"x\"], \"kwargs\"", .malformedConfig),
    ])
    func refuses(_ name: String, _ old: String, _ new: String, _ code: KerasModelError.Code) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "altered.h5").path
        try FileManager.default.copyItem(atPath: Fixture.path("\(name).h5"), toPath: path)
        let json = try #require(try HDF5File.open(path).root.stringAttribute("model_config"))
        #expect(json.contains(old))
        let architecture = folder.appending(path: "altered.json").path
        try Data(json.replacing(old, with: new, maxReplacements: 1).utf8).write(to: URL(filePath: architecture))
        do throws(KerasModelError) {
            _ = try KerasModel.read(path, architecture: architecture)
            Issue.record("read")
        } catch {
            #expect(error.code == code, "\(error)")
        }
    }
}
