import Foundation
import Statistics
import Testing

@Suite struct ModifiedPredictionEntropyTests {
    @Test func agreesWithNumPy() throws {
        let rows = try Reference.load().entropy
        #expect(rows.contains { $0.value == .infinity })
        #expect(rows.contains { $0.value == 0 })
        for row in rows {
            let value = ModifiedPredictionEntropy.value(row.prediction, label: row.label)
            #expect(isClose(value, row.value, relative: 1e-12, absolute: 1e-15), "\(row)")
            let batch = ModifiedPredictionEntropy.values(
                predictions: row.prediction,
                classes: row.prediction.count,
                labels: [row.label]
            )
            #expect(batch == [value].compactMap(\.self))
        }
    }

    @Test func agreesWithTheFormula() {
        let expected = -(1 - 0.7) * log(0.7) - 0.2 * log(1 - 0.2) - 0.1 * log(1 - 0.1)
        #expect(isClose(ModifiedPredictionEntropy.value([0.2, 0.7, 0.1], label: 1), expected, relative: 1e-15))
    }

    @Test func singlePrecisionIsWidenedFirst() {
        let predictions: [Float] = [0.2, 0.7, 0.1, 0, 1, 0, 1, 0, 0]
        let labels = [1, 1, 1]
        let values = ModifiedPredictionEntropy.values(predictions: predictions, classes: 3, labels: labels)
        let widened = predictions.map(Double.init)
        #expect(values == ModifiedPredictionEntropy.values(predictions: widened, classes: 3, labels: labels))
        #expect(values?[1] == 0 && values?[2] == .infinity)
    }

    @Test func outOfRangeGivesNothing() {
        #expect(ModifiedPredictionEntropy.value([0.5, 0.5], label: 2) == nil)
        #expect(ModifiedPredictionEntropy.value([0.5, 0.5], label: -1) == nil)
        #expect(ModifiedPredictionEntropy.value([0.5, .nan], label: 0) == nil)
        #expect(ModifiedPredictionEntropy.value([1.5, 0], label: 1) == nil)
        #expect(ModifiedPredictionEntropy.value([Double](), label: 0) == nil)
        #expect(
            ModifiedPredictionEntropy.values(predictions: [0.5, 0.5] as [Float], classes: 2, labels: [0, 1]) == nil
        )
        #expect(ModifiedPredictionEntropy.values(predictions: [0.5, 0.5] as [Float], classes: 2, labels: [2]) == nil)
        #expect(ModifiedPredictionEntropy.values(predictions: [0.5, -0.5], classes: 2, labels: [0]) == nil)
        #expect(ModifiedPredictionEntropy.values(predictions: [0.5], classes: .max, labels: [0, 0, 0]) == nil)
        #expect(ModifiedPredictionEntropy.values(predictions: [Float](), classes: 2, labels: []) == [])
    }
}
