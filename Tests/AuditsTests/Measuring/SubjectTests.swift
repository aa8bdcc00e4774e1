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
        let others = own.filter { $0.value != nil && ![.epsilonLowerBound, .subjectAUC].contains($0.statistic) }
        #expect(others.allSatisfy { $0.note == nil })
    }

    @Test func resamplesDependOnTheSeedAlone() throws {
        let book = clustered(persons: 30, views: 3, named: true)
        #expect(try auc(book) == auc(book))
    }

    private func overSubjects(_ book: ScoreBook) throws -> Measurement {
        let measuring = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
        return try #require(measuring.measurements().first { $0.statistic == .subjectAUC })
    }

    /// Many weak records of one person make one strong score, where their errors are independent.
    @Test func manyWeakRecordsTellAPerson() throws {
        var numbers = NormalNumbers(Seed(22))
        let run = HandMadeBook.run(numbers.next(60 * 25, mean: 0.2), numbers.next(60 * 25))
        let names = (0..<120 * 25).map { "\($0 / 25)" }
        let book = HandMadeBook.book([run], members: 60 * 25, nonMembers: 60 * 25, subjects: names)
        let (record, subject) = (try auc(book), try overSubjects(book))
        #expect((subject.members, subject.nonMembers) == (60, 60))
        let (single, whole) = (try #require(record.value), try #require(subject.value))
        // Φ(0.2 / √2) = 0.556 and Φ(0.2 · 5 / √2) = 0.760.
        #expect(abs(single - 0.556) < 0.03 && abs(whole - 0.760) < 0.09)
        #expect(try #require(subject.interval).low > 0.5)
    }

    @Test func subjectsOfOneRecordHaveTheSameAUC() throws {
        let book = clustered(persons: 150, views: 1, named: true)
        let (record, subject) = (try auc(book), try overSubjects(book))
        #expect(record.value == subject.value && subject.members == 150)
        let unnamed = try #require(try auc(clustered(persons: 150, views: 1, named: false)).interval)
        #expect(subject.interval == unnamed, "DeLong's interval over subjects")
    }

    /// A person with records on both sides is a member, and all of them count.
    @Test func onePersonIsCountedOnce() throws {
        let run = HandMadeBook.run([4, -.infinity, 1], [2, 0, 1, 3])
        let book = HandMadeBook.book([run], members: 3, nonMembers: 4, subjects: ["a", "b", "b", "a", "c", "c", "d"])
        let subject = try overSubjects(book)
        // a: (4 + 2) / 2 = 3; b: (0 + 1) / 2, the infinite score as low as the lowest finite one; c: 0.5; d: 3.
        #expect((subject.members, subject.nonMembers) == (2, 2))
        #expect(subject.value == 0.5)
        #expect(try #require(subject.interval).high - #require(subject.interval).low > 0.9)
    }

    @Test func oneOtherPersonIdentifiesNothing() throws {
        let run = HandMadeBook.run([4, 3], [2, 0])
        let book = HandMadeBook.book([run], members: 2, nonMembers: 2, subjects: ["a", "b", "c", "c"])
        let subject = try overSubjects(book)
        #expect(subject.value == nil && subject.interval == nil && subject.note != nil)
    }
}
