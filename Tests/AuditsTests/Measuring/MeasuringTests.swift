import Attacks
import AuditCore
import Foundation
import Tensors
import Testing

@testable import Audits

/// Figures of score books made by hand.
@Suite struct MeasuringTests {
    private func figures(_ book: ScoreBook, confidences: [Double] = [0.95], delta: Double = 0) -> [AuditCore
        .Measurement]
    {
        Measuring(book: book, confidences: { _ in confidences }, delta: delta, seed: Seed(3)).measurements()
    }

    private func figure(_ statistic: Statistic, _ book: ScoreBook) throws -> AuditCore.Measurement {
        try #require(figures(book).first { $0.statistic == statistic })
    }

    private func classFigures(_ book: ScoreBook) -> [ClassMeasurement] {
        Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
            .classMeasurements((0..<book.classes).map { "class \($0)" })
    }

    @Test func countsByHand() throws {
        // Class 0: 3 members of 4 called, 1 non-member of 2; class 1: 1 of 2 and 0 of 2.
        let run = HandMadeBook.run([1, 1, 1, -1, 1, -1], [1, -1, -1, -1])
        let labels = [0, 0, 0, 0, 1, 1, 0, 0, 1, 1]
        let book = HandMadeBook.book([run], members: 6, nonMembers: 4, labels: labels)
        #expect(try figure(.accuracy, book).value == (4.0 / 6 + 3.0 / 4) / 2)
        #expect(try figure(.recall, book).value == (0.75 + 0.5) / 2)
        #expect(try figure(.precision, book).value == (0.75 + 1) / 2)
        #expect(try figure(.undefinedPrecision, book).value == 0)
        #expect(try figure(.tpr, book).value == 4.0 / 6)
        #expect(try figure(.fpr, book).value == 0.25)
        #expect(try figure(.advantage, book).value == 4.0 / 6 - 0.25)
        for measurement in figures(book) where measurement.value != nil {
            let interval = try #require(measurement.interval)
            let value = try #require(measurement.value)
            #expect(interval.low <= value && value <= interval.high, "\(measurement.statistic)")
            #expect(measurement.members == 6 && measurement.nonMembers == 4)
            #expect(!measurement.method.isEmpty)
        }
    }

    @Test func everyStatisticStandsOnceAtEachConfidence() {
        let run = HandMadeBook.run([1, 2, 3], [0, 1, 2])
        let book = HandMadeBook.book([run], members: 3, nonMembers: 3, subjects: ["a", "b", "c", "d", "e", "f"])
        let all = figures(book, confidences: [0.9, 0.95])
        // Of single records nothing is said over shadow worlds.
        for statistic in Statistic.allCases where statistic != .attributeAUC {
            let own = all.filter { $0.statistic == statistic }
            #expect(own.count == 2, "\(statistic)")
            let levels = own.compactMap(\.interval?.confidence).sorted()
            #expect(own[0].value == nil || levels == [0.9, 0.95], "\(statistic)")
        }
    }

    @Test func nobodyCalledLeavesPrecisionUndefined() throws {
        let run = HandMadeBook.run([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4], threshold: 1)
        let book = HandMadeBook.book([run], members: 4, nonMembers: 4)
        let precision = try figure(.precision, book)
        #expect(precision.value == nil)
        #expect(precision.interval == nil)
        #expect(precision.note != nil)
        #expect(try figure(.undefinedPrecision, book).value == 1)
        #expect(try figure(.recall, book).value == 0)
        #expect(try figure(.accuracy, book).value == 0.5)
        #expect(classFigures(book).allSatisfy { $0.precision == nil && $0.recall == 0 })
    }

    @Test func precisionOfRepeatsThatCallDifferentClasses() throws {
        // One repeat calls a single record, rightly; the other 100, half of them wrongly.
        let few = HandMadeBook.run([1] + Array(repeating: -1, count: 99), Array(repeating: -1, count: 100))
        let half = (0..<100).map { $0 < 50 ? 1.0 : -1 }
        let many = HandMadeBook.run(half, half, turn: 2)
        let book = HandMadeBook.book([few, many], members: 100, nonMembers: 100)
        let precision = try figure(.precision, book)
        #expect(precision.value == 0.75)
        #expect(precision.repeats == 2)
        let interval = try #require(precision.interval)
        #expect(interval.low < 0.75 && interval.high > 0.75)
        #expect(try figure(.undefinedPrecision, book).value == 0.25)
    }

    @Test func classesWithoutRecordsOfOneSide() throws {
        // Class 1 has no members, class 2 no non-members, class 3 nothing at all.
        let run = HandMadeBook.run([1, -1, 1, 1], [1, -1, -1, -1])
        let labels = [0, 0, 2, 2, 0, 0, 1, 1]
        let book = HandMadeBook.book([run], members: 4, nonMembers: 4, classes: 4, labels: labels)
        let classes = classFigures(book)
        #expect(classes.map(\.className) == ["class 0", "class 1", "class 2"])
        #expect(classes.map(\.recall) == [0.5, nil, 1])
        #expect(classes.map(\.precision) == [0.5, nil, 1])
        #expect(classes.map(\.auc) == [0.5, nil, nil])
        #expect(classes.map(\.members) == [2, 0, 2])
        // Averages leave out what a class does not have, and never take it as 0 or 1.
        #expect(try figure(.recall, book).value == 0.75)
        #expect(try figure(.accuracy, book).value == (0.5 + 1 + 1) / 3)
        #expect(try figure(.undefinedPrecision, book).value == 1.0 / 3)
    }

    @Test func infiniteScoresAreRanked() throws {
        let run = HandMadeBook.run([.infinity, .infinity, 1, -.infinity], [.infinity, 0, -.infinity, -.infinity])
        let book = HandMadeBook.book([run], members: 4, nonMembers: 4)
        // 16 pairs: ∞ ties ∞ once each (½), beats 3; 1 beats 3; −∞ ties two.
        #expect(try figure(.auc, book).value == (3.5 + 3.5 + 3 + 1) / 16)
        #expect(try figure(.auc, book).interval?.low.isFinite == true)
    }

    @Test func ratesThatTheSampleCannotIdentify() throws {
        var numbers = NormalNumbers(Seed(1))
        let run = HandMadeBook.run(numbers.next(150, mean: 1), numbers.next(150))
        let book = HandMadeBook.book([run], members: 150, nonMembers: 150)
        #expect(try figure(.tprAt1, book).value != nil)
        let unknown = try figure(.tprAt01, book)
        #expect(unknown.value == nil && unknown.interval == nil)
        #expect(unknown.note?.text.contains("1000") == true)
    }

    @Test func repeatsAreAveragedWithTheirDeviation() throws {
        var numbers = NormalNumbers(Seed(2))
        let runs = (1...3).map { HandMadeBook.run(numbers.next(100, mean: 1), numbers.next(100), turn: $0) }
        let book = HandMadeBook.book(runs, members: 100, nonMembers: 100)
        let singles = try runs.map { run in
            try #require(try figure(.auc, HandMadeBook.book([run], members: 100, nonMembers: 100)).value)
        }
        let auc = try figure(.auc, book)
        let mean = singles.reduce(0, +) / 3
        let deviation = (singles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2).squareRoot()
        #expect(abs((auc.value ?? 0) - mean) < 1e-12)
        #expect(abs((auc.standardDeviation ?? 0) - deviation) < 1e-12)
        #expect(auc.repeats == 3)
        let one = try figure(.auc, HandMadeBook.book([runs[0]], members: 100, nonMembers: 100))
        #expect(one.standardDeviation == nil && one.repeats == 1)
    }

    @Test func epsilonIsCorrectedForEveryAttackLookedAt() throws {
        let strong = HandMadeBook.run(Array(repeating: 1, count: 200), Array(repeating: -1, count: 200))
        let alone = HandMadeBook.book([strong], members: 200, nonMembers: 200)
        let noise = (0..<200).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
        let others = (0..<9).map { HandMadeBook.run(noise, noise, attack: "other-\($0)") }
        let among = HandMadeBook.book([strong] + others, members: 200, nonMembers: 200)
        let first = try #require(try figure(.epsilonLowerBound, alone).value)
        let corrected = try #require(try figure(.epsilonLowerBound, among).value)
        // All 200 right on both sides: ln(α′^(1/200) / (1 − α′^(1/200))) with α′ = 0.05 / 2.
        let bound = pow(0.025, 1.0 / 200)
        #expect(abs(first - log(bound / (1 - bound))) < 1e-9)
        #expect(corrected < first && corrected > 0)
        #expect(figures(among).filter { $0.statistic == .epsilonLowerBound }.dropFirst().allSatisfy { $0.value == 0 })
    }
}
