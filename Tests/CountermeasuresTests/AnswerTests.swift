import Countermeasures
import Foundation
import Testing

/// What defences leave of the answers.
@Suite struct AnswerTests {
    private let vector = [0.05, 0.62, 0.08, 0.25]

    private func answer(_ measure: any AnswerCountermeasure.Type, _ values: [String: Double] = [:]) -> [Double] {
        measure.init(CountermeasureSettings(measure.descriptor, values)).answer(vector)
    }

    @Test func roundedAnswersHaveFewDecimals() {
        #expect(answer(RoundedAnswers.self) == [0.1, 0.6, 0.1, 0.3])
        #expect(answer(RoundedAnswers.self, ["decimals": 0]) == [0, 1, 0, 0])
    }

    @Test func theLargestStay() {
        #expect(answer(TopAnswers.self, ["count": 2]) == [0, 0.62, 0, 0.25])
        #expect(AnswerEdit.largest(1).applied(to: [0.4, 0.4, 0.2]) == [0.4, 0, 0])
    }

    @Test func theLabelAlone() {
        #expect(answer(LabelAnswers.self) == [0, 1, 0, 0])
        #expect(AnswerEdit.label.applied(to: [0.5, 0.5]) == [1, 0])
    }

    /// pᵢ^(1/T) / Σ pⱼ^(1/T).
    @Test func aTemperatureFlattens() {
        let powers = vector.map { pow($0, 0.25) }
        let expected = powers.map { $0 / powers.reduce(0, +) }
        for (value, other) in zip(answer(TemperedAnswers.self), expected) { #expect(abs(value - other) < 1e-12) }
        for (value, other) in zip(answer(TemperedAnswers.self, ["temperature": 1]), vector) {
            #expect(abs(value - other) < 1e-12)
        }
        #expect(AnswerEdit.tempered(3).applied(to: [1, 0]) == [1, 0])
    }
}
