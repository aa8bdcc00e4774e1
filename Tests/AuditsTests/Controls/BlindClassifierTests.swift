import AuditCore
import Networks
import Tensors
import Testing

@testable import Audits

/// The classifier that sees the records but not the model.
@Suite struct BlindClassifierTests {
    private static let shape = [5, 5, 1]

    /// Images of one brightness distribution, moved by `shift` standard deviations.
    private func images(_ count: Int, _ seed: Seed, shift: Double = 0) -> RecordBatches {
        var numbers = NormalNumbers(seed)
        let pixels = Self.shape.reduce(1, *)
        let values = (0..<count * pixels).map { _ in Float(numbers.next() + shift) }
        return RecordBatches(TensorValues(shape: [count] + Self.shape, floats: values))
    }

    private func check(_ seed: Int, shift: Double, count: Int = 120, threads: Int = 2) throws -> ValidityCheck {
        let labels = (0..<count).map { $0 % 3 }
        return try BlindClassifier(confidence: 0.95, seed: Seed(UInt64(seed)), threads: threads).check(
            members: images(count, Seed(UInt64(seed)).derived("one"), shift: shift),
            nonMembers: images(count, Seed(UInt64(seed)).derived("two")),
            labels: (labels, labels),
            classes: 3
        )
    }

    @Test func exchangeableSetsPassAtTheNominalRate() throws {
        let failures = try (0..<20).count { try check($0, shift: 0).result != .pass }
        // At most 2.5 % each: more than 3 of 20 has probability 0.0012.
        #expect(failures <= 3)
    }

    @Test func scoresOfExchangeableSetsDoNotLeanToOneSide() throws {
        let values = try (0..<20).compactMap { try check($0, shift: 0).value }
        let mean = values.reduce(0, +) / Double(values.count)
        // The better of two classifiers is shown, so slightly above 0.5.
        #expect(abs(mean - 0.51) < 0.03)
    }

    @Test(arguments: 0..<5)
    func plantedShiftFails(seed: Int) throws {
        let check = try check(seed, shift: 0.5)
        #expect(check.result == .fail)
        #expect(check.affectsGates)
        #expect(check.id == "blind-classifier")
        #expect((check.interval?.low ?? 0) > 0.5)
    }

    @Test func differentClassSharesAreADifference() throws {
        let (many, few) = ((0..<150).map { $0 % 3 }, (0..<150).map { $0 % 10 == 0 ? 1 : 0 })
        let check = try BlindClassifier(confidence: 0.95, seed: Seed(1), threads: 2).check(
            members: images(150, Seed(2)),
            nonMembers: images(150, Seed(3)),
            labels: (many, few),
            classes: 3
        )
        #expect(check.result == .fail)
    }

    @Test func unequalSetsPassToo() throws {
        let failures = try (0..<10).count { seed in
            let seed = Seed(UInt64(seed))
            return try BlindClassifier(confidence: 0.95, seed: seed, threads: 2).check(
                members: images(240, seed.derived("one")),
                nonMembers: images(60, seed.derived("two")),
                labels: ((0..<240).map { $0 % 3 }, (0..<60).map { $0 % 3 }),
                classes: 3
            ).result != .pass
        }
        #expect(failures <= 2)
    }

    @Test func tooFewRecordsAreNotJudged() throws {
        #expect(try check(1, shift: 0.5, count: 9).result == .notRun)
    }

    @Test func threadsDoNotMatter() throws {
        #expect(try check(4, shift: 0.1, threads: 1) == check(4, shift: 0.1, threads: 2))
    }
}
