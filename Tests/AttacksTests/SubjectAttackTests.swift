import ShadowModels
import Statistics
import Testing

@testable import Attacks

/// What the answers for all records of a person say together.
struct SubjectAttackTests {
    private func scores(_ input: AttackInput) throws -> AttackScores {
        try TargetSubjects(parameters: AttackParameters()).scores(input)
    }

    private func auc(_ result: AttackScores) throws -> Double {
        let members = result.scores.count / 2
        return try #require(
            ROC.auc(members: Array(result.scores[..<members]), nonMembers: Array(result.scores[members...]))
        )
    }

    @Test func allRecordsOfAPersonHaveItsScore() throws {
        let input = LeakyPersons.input(seed: 1)
        let result = try scores(input)
        let subjects = try #require(input.subjects).queries
        for (row, subject) in subjects.enumerated() where row > 0 && subjects[row - 1] == subject {
            #expect(result.scores[row] == result.scores[row - 1])
        }
        #expect(Set(result.scores).count > 70)
    }

    /// The same answers, and nobody says whose they are: nothing is left to see.
    @Test func singleRecordsShowLittle() throws {
        let input = LeakyPersons.input(seed: 1)
        let single = AttackInput(queries: input.queries, shadows: input.shadows, classes: 4, seed: input.seed)
        let (together, apart) = (try auc(scores(input)), try auc(scores(single)))
        #expect(together > apart + 0.15, "\(together), \(apart)")
    }

    /// Persons of whom nothing was learned: their scores rank nobody, and the attack says that it did not learn.
    @Test func nothingWhereThereIsNothing() throws {
        var (covered, learned) = (0, 0)
        for seed in 0..<20 {
            let input = LeakyPersons.input(member: 0.7, other: 0.7, seed: UInt64(seed))
            let result = try scores(input)
            let persons = stride(from: 0, to: result.scores.count, by: 4).map { result.scores[$0] }
            let interval = try #require(
                DeLong.interval(members: Array(persons[..<40]), nonMembers: Array(persons[40...]), confidence: 0.95)
            )
            covered += interval.low <= 0.5 && interval.high >= 0.5 ? 1 : 0
            let learning = try #require(result.learning)
            let low = ClopperPearson.lower(
                successes: Double(learning.rightDecisions),
                trials: Double(learning.records),
                alpha: 0.05
            )
            learned += (low ?? 0) > 0.5 ? 1 : 0
        }
        #expect(covered >= 17 && learned <= 3, "\(covered) intervals cover 0.5; \(learned) say they learned")
    }

    @Test func anAggregateDoesNotDependOnTheOrderOfClasses() {
        let answers = Answers(vectors: [0.7, 0.2, 0.1, 0.5, 0.3, 0.2], classes: 3, labels: [0, 0])
        let turned = Answers(vectors: [0.1, 0.7, 0.2, 0.2, 0.5, 0.3], classes: 3, labels: [0, 0])
        let values = AnswerAggregate.values(answers, [0, 1])
        #expect(values.count == AnswerAggregate.width)
        for (one, other) in zip(values, AnswerAggregate.values(turned, [0, 1])) { #expect(abs(one - other) < 1e-12) }
        // Means of 0.7 and 0.5; their standard deviation; the squared distances of both vectors from (0.6, 0.25, 0.15).
        #expect(abs(values[0] - 0.6) < 1e-12 && abs(values[1] - 0.02.squareRoot()) < 1e-12)
        #expect(abs(values[4] - 0.03) < 1e-12 && abs(values[6] - 0.6) < 1e-12)
    }
}
