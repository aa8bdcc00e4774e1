import Foundation
import Networks
import ShadowModels
import Statistics
import Tensors
import Testing

/// Shares of right labels under noise, where they are known.
struct NoiseTests {
    private static let queries = 801

    /// The shares of records under a model that looks at the first of their values and compares it with a threshold.
    private func shares(_ records: TensorValues, threshold: Float) throws -> [[Double]] {
        let size = records.rowSize
        let labels = (0..<records.rows).map { records.floats[$0 * size] > threshold ? 1 : 0 }
        let trainer = try KnownModel.trainer(
            [
                NamedLayer(name: "first", kind: "Dense", layer: Dense(inputs: size, units: 1)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 1, units: 2)),
            ],
            [
                "first": [[1] + Array(repeating: 0, count: size - 1), [0]],
                "answer": [[-1, 1], [threshold, -threshold]],
            ],
            known: (records, labels),
            audited: (records, labels)
        )
        let rows = (0..<20).map { trainer.shadowCount + $0 }
        let read = try NoiseObserver(trainer, queries: Self.queries)
            .observe(trainer.source.weights, rows: rows, known: [], seed: Seed(4))
        #expect(read["right"] == Array(repeating: 1, count: 20))
        return try (1...4).map { try #require(read["noise/\($0)"]) }
    }

    /// A feature that takes two values keeps to them: as often as said it takes the other one.
    @Test func featuresOfTwoValuesAreFlipped() throws {
        var draw = Seed(1).generator
        let floats = (0..<200 * 6).map { _ in draw.next() % 2 == 0 ? Float(3) : 5 }
        let found = try shares(TensorValues(shape: [200, 6], floats: floats), threshold: 4)
        for (flips, shares) in zip(NoiseObserver.flips, found) {
            // The same flips for all records.
            #expect(Set(shares).count == 1)
            #expect(abs(shares[0] - (1 - flips)) < 0.05, "\(flips): \(shares[0])")
        }
    }

    /// Under Gaussian noise of σ standard deviations the label stays with Φ(distance / σ).
    @Test func otherFeaturesAreDisturbedInStandardDeviations() throws {
        let values = try TensorGenerator(Seed(2)).normal(mean: 50, deviation: 7, shape: [400, 3]).floats()
        let records = TensorValues(shape: [400, 3], floats: values)
        let column = (0..<400).map { Double(values[3 * $0]) }
        let mean = column.reduce(0, +) / 400
        let deviation = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399).squareRoot()
        let found = try shares(records, threshold: 52)
        for (scale, shares) in zip(NoiseObserver.featureScales, found) {
            for (row, share) in shares.enumerated() {
                let distance = abs(column[row] - 52) / deviation
                let expected = try #require(NormalDistribution.cdf(distance / Double(scale)))
                #expect(abs(share - expected) < 0.12, "\(scale), \(distance): \(share), not \(expected)")
            }
        }
    }
}
