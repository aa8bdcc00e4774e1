import AuditCore
import Statistics
import Tensors
import Testing

@testable import Audits

/// Records of one person are not independent: where subjects are named, the AUC's interval resamples persons.
@Suite struct SubjectTests {
    private func auc(_ book: ScoreBook) throws -> Measurement {
        let measuring = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
        return try #require(measuring.measurements().first { $0.statistic == .auc })
    }

    private func width(_ measurement: Measurement) throws -> Double {
        let interval = try #require(measurement.interval)
        return interval.high - interval.low
    }

    /// `persons` on each side with `views` records each, all views of a person scoring alike.
    private func clustered(persons: Int, views: Int, named: Bool) -> ScoreBook {
        var numbers = NormalNumbers(Seed(21))
        func side(_ mean: Double) -> [Double] {
            numbers.next(persons, mean: mean).flatMap { Array(repeating: $0, count: views) }
        }
        let run = HandMadeBook.run(side(0.5), side(0))
        let names = ["m", "n"].flatMap { side in
            (0..<persons).flatMap { Array(repeating: "\(side)\($0)", count: views) }
        }
        return HandMadeBook.book(
            [run],
            members: persons * views,
            nonMembers: persons * views,
            subjects: named ? names : nil
        )
    }

    @Test func copiesOfARecordAreNoEvidence() throws {
        let single = try width(auc(clustered(persons: 60, views: 1, named: false)))
        let copied = try width(auc(clustered(persons: 60, views: 10, named: false)))
        let resampled = try width(auc(clustered(persons: 60, views: 10, named: true)))
        // Ten copies look like ten times the sample, unless persons are resampled.
        #expect(copied < 0.4 * single)
        #expect(abs(resampled / single - 1) < 0.15)
    }

    @Test func subjectsOfOneRecordGiveDeLongsInterval() throws {
        let named = try #require(try auc(clustered(persons: 150, views: 1, named: true)).interval)
        let unnamed = try #require(try auc(clustered(persons: 150, views: 1, named: false)).interval)
        #expect(abs(named.low - unnamed.low) < 0.015 && abs(named.high - unnamed.high) < 0.015)
    }

    @Test(arguments: [1, 2, 5])
    func fewSubjectsDecideNothing(persons: Int) throws {
        let interval = try #require(try auc(clustered(persons: persons, views: 50, named: true)).interval)
        #expect(interval.high - interval.low > 0.5)
    }

    @Test func countsOfRecordsSayThatTheyAreTooNarrow() throws {
        let book = clustered(persons: 60, views: 10, named: true)
        let all = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3)).measurements()
        for statistic in [Statistic.accuracy, .recall, .precision, .tpr, .fpr, .advantage, .tprAt1, .tprAt10] {
            #expect(all.first { $0.statistic == statistic }?.note != nil, "\(statistic)")
        }
        let single = clustered(persons: 60, views: 1, named: true)
        let own = Measuring(book: single, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3)).measurements()
        #expect(own.filter { $0.value != nil }.allSatisfy { $0.note == nil })
    }

    @Test func resamplesDependOnTheSeedAlone() throws {
        let book = clustered(persons: 30, views: 3, named: true)
        #expect(try auc(book) == auc(book))
    }
}
