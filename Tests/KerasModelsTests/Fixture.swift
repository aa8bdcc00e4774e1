import Foundation
import HDF5
import KerasModels
import Networks
import Tensors
import Testing

/// The committed model files (see Fixtures/make_fixtures.py).
enum Fixture {
    /// The path of a fixture.
    static func path(_ name: String) throws -> String {
        try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures")).path
    }

    /// The files (`cases.h5`, `cases-….h5`) with an input `x` and real Keras's output `y` per model.
    private static let caseFiles: [String: String] = {
        let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil)?.path ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var files: [String: String] = [:]
        for name in names where name.hasPrefix("cases") && name.hasSuffix(".h5") {
            for model in (try? HDF5File.open("\(folder)/\(name)").root.memberNames()) ?? [] { files[model] = name }
        }
        return files
    }()

    /// The names of all models with expected outputs.
    static let cases: [String] = caseFiles.keys.sorted()

    /// Models with operations of which Keras has no layers.
    static let unwritable: Set<String> = [
        "ops-activations", "ops-arithmetic", "ops-shapes", "k2-ops-activations", "k2-ops-arithmetic", "k2-ops-shapes",
    ]

    /// A model's input.
    static func input(_ model: String) throws -> TensorValues { try values(caseFile(model), "\(model)/x") }

    /// What real Keras answers to it.
    static func output(_ model: String) throws -> TensorValues { try values(caseFile(model), "\(model)/y") }

    private static func caseFile(_ model: String) throws -> String { try path(#require(caseFiles[model])) }

    /// A dataset as it stands.
    static func values(_ file: String, _ object: String) throws -> TensorValues {
        let dataset = try HDF5File.open(file).root.dataset(object)
        return TensorValues(shape: dataset.shape, floats: try dataset.readFloats())
    }

    /// A folder of its own, removed by the caller's `defer`.
    static func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "keras-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}

extension KerasModel {
    /// The model's answers for a batch.
    func answers(_ x: TensorValues, upTo node: Int? = nil) throws -> TensorValues {
        try Network(architecture, weights: weights).outputs(RecordBatches(x), upTo: node)
    }
}

extension TensorValues {
    /// The largest absolute difference; infinite for another shape.
    func distance(to other: TensorValues) -> Float {
        guard shape == other.shape else { return .infinity }
        return zip(floats, other.floats).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
}
