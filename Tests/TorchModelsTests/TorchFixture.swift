import Foundation
import Tensors
import Testing

/// The committed TorchScript files and what PyTorch answered.
enum TorchFixture {
    private struct Values: Decodable {
        let shape: [Int]
        let values: [Float]
    }

    /// The path of a fixture.
    static func path(_ name: String) throws -> String {
        try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures")).path
    }

    /// A batch or an answer of a model.
    static func values(_ model: String, _ name: String) throws -> TensorValues {
        let data = try Data(contentsOf: URL(fileURLWithPath: path("answers.json")))
        let all = try JSONDecoder().decode([String: [String: Values]].self, from: data)
        let stored = try #require(all[model]?[name])
        return TensorValues(shape: stored.shape, floats: stored.values)
    }
}

extension TensorValues {
    /// The largest absolute difference; infinite for another shape.
    func distance(to other: TensorValues) -> Float {
        guard shape == other.shape else { return .infinity }
        return zip(floats, other.floats).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
}
