import ShadowModels
import Statistics
import Testing

@testable import Attacks

/// What every attack on the training population as a whole must hold.
@Suite struct AttributeAttackTests {
    static let ids = AttackCatalog.attributes.map { $0.descriptor.id }

    private func attack(_ id: String) throws -> any AttributeAttack.Type {
        try #require(AttackCatalog.attributes.first { $0.descriptor.id == id })
    }

    /// The mean AUC over parts, with the interval of one part.
    private func interval(_ scores: AttributeScores, _ input: AttributeInput) throws -> (
        auc: Double, low: Double, high: Double
    ) {
        let parts = Set(scores.parts).sorted()
        let worlds = input.worlds.indices
        let sides = parts.map { part in
            [true, false].map { isRich in
                worlds.filter { scores.parts[$0] == part && input.worlds[$0].isRich == isRich }
                    .map { scores.worlds[$0] }
            }
        }
        let aucs = sides.compactMap { ROC.auc(members: $0[0], nonMembers: $0[1]) }
        let auc = try #require(Descriptive.mean(aucs))
        let size = sides.map(\.[0].count).min() ?? 0
        let ends = try #require(
            MannWhitneyInterval.interval(auc: auc, members: size, nonMembers: size, confidence: 0.95)
        )
        return (auc, ends.low, ends.high)
    }

    @Test(arguments: ids)
    func findsThePlantedLeak(id: String) throws {
        for isRich in [true, false] {
            let input = LeakyWorlds.input(leak: 0.5, attackedIsRich: isRich, seed: 3)
            let scores = try attack(id).init().scores(input)
            #expect(scores.worlds.count == 24 && scores.parts.count == 24)
            #expect(try interval(scores, input).low > 0.6)
            #expect((scores.attacked >= 0) == isRich)
        }
    }

    /// Worlds that differ in nothing: the intervals cover 0.5 as often as they say.
    @Test(arguments: ids)
    func findsNothingWhereThereIsNothing(id: String) throws {
        var (covered, above, sum) = (0, 0, 0.0)
        for seed in 0..<200 {
            let input = LeakyWorlds.input(leak: 0, seed: 1000 + UInt64(seed))
            let found = try interval(attack(id).init().scores(input), input)
            covered += found.low <= 0.5 && found.high >= 0.5 ? 1 : 0
            above += found.low > 0.5 ? 1 : 0
            sum += found.auc
        }
        print("\(id): \(covered) of 200 intervals cover 0.5, \(above) lie above it; mean AUC \(sum / 200)")
        #expect((182...199).contains(covered) && above <= 10)
        #expect(abs(sum / 200 - 0.5) < 0.04)
    }

    @Test(arguments: ids)
    func sameInputSameScores(id: String) throws {
        let input = LeakyWorlds.input(leak: 0.1, seed: 5)
        #expect(try attack(id).init().scores(input) == attack(id).init().scores(input))
    }

    /// A world's score rests on nothing of its own part.
    @Test func worldsAreJudgedByOthers() throws {
        let input = LeakyWorlds.input(leak: 0.3, seed: 7)
        let other = LeakyWorlds.input(leak: 0.3, seed: 8)
        let first = try TargetAttribute().scores(input)
        // World 4 is of the part of world 0; world 2 is of the other part.
        for (changed, isSame) in [(4, true), (2, false)] {
            var worlds = input.worlds
            worlds[changed] = other.worlds[changed]
            let second = try TargetAttribute().scores(
                AttributeInput(
                    worlds: worlds,
                    attacked: input.attacked,
                    hasValue: input.hasValue,
                    classes: input.classes,
                    seed: input.seed
                )
            )
            #expect((second.worlds[0] == first.worlds[0]) == isSame)
        }
    }

    @Test(arguments: ids)
    func whatCannotBeAttackedIsRefused(id: String) throws {
        let input = LeakyWorlds.input(leak: 0, seed: 1)
        func code(_ worlds: [AttributeInput.World], _ hasValue: [Bool]) throws -> AttackError.Code? {
            let changed = AttributeInput(
                worlds: worlds,
                attacked: input.attacked,
                hasValue: hasValue,
                classes: input.classes,
                seed: input.seed
            )
            do {
                _ = try attack(id).init().scores(changed)
                return nil
            } catch let error as AttackError { return error.code }
        }
        #expect(try code(Array(input.worlds.prefix(2)), input.hasValue) == .noShadowModels)
        #expect(try code(Array(input.worlds.dropFirst()), input.hasValue) == .noShadowModels)
        #expect(try code(input.worlds, Array(input.hasValue.dropLast())) == .shapeMismatch)
        let broken = AttributeInput.World(
            isRich: true,
            answers: Answers(
                vectors: input.worlds[0].answers.vectors.map { $0 - 1 },
                classes: input.worlds[0].answers.classes,
                labels: input.worlds[0].answers.labels
            )
        )
        #expect(try code([broken] + input.worlds.dropFirst(), input.hasValue) == .invalidAnswers)
    }
}
