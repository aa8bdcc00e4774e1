import AuditCore
import Networks
import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// An attack that could not learn must not look like one that found nothing (DESIGN.md, section 6).
struct LearningTests {
    /// Attacks that learn from all shadow answers together, and from nothing else.
    static let learned = AttackCatalog.all.map { $0.descriptor }.filter {
        !$0.isControl && !$0.knowledge.isEmpty && $0.calibration != .perRecord && $0.observation == nil
    }.map(\.id)
    private static let classwise = AttackCatalog.descriptors.filter {
        learned.contains($0.id) && $0.calibration == .perClass
    }.map(\.id)

    private func lower(_ learning: AttackScores.Learning) -> Double {
        ClopperPearson.lower(
            successes: Double(learning.rightDecisions),
            trials: Double(learning.records),
            alpha: 0.05
        ) ?? 0
    }

    /// Shadow models that leak nothing: knowing one's own records again is not having learned.
    @Test(arguments: learned)
    func memorisedRecordsAreNotLearned(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        var better = 0
        for seed in 0..<12 {
            let input = LeakyAnswers.input(targetClasses: 6, leak: 0, wobble: 0.02, seed: UInt64(seed))
            let learning = try #require(attack.init(parameters: AttackParameters()).scores(input).learning)
            better += lower(learning) > 0.5 ? 1 : 0
        }
        #expect(better <= 2, "at a level of 5 %, three of twelve come up once in fifty times")
    }

    /// What leaks in made-up answers is more of the true class, which hardly moves the entropy over all classes, or what an
    /// answer says without its class.
    private static let blind: Set = ["entropy", "entropy-global", "target-subjects"]

    @Test(arguments: learned.filter { !blind.contains($0) })
    func leaksAreLearned(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        for seed in 0..<3 {
            let input = LeakyAnswers.input(targetClasses: 6, leak: 1.5, wobble: 0.02, seed: UInt64(seed))
            let learning = try #require(attack.init(parameters: AttackParameters()).scores(input).learning)
            #expect(lower(learning) > 0.5 && learning.records <= 400)
        }
    }

    @Test(arguments: ["transmia-dnn", "target-blackbox-dnn"])
    func networksThatCannotMove(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        var (right, records) = (0, 0)
        for seed in 0..<8 {
            let input = LeakyAnswers.input(targetClasses: 6, leak: 1.5, seed: UInt64(seed))
            let still = attack.init(parameters: AttackParameters(epochs: 2, learningRate: 0))
            let learning = try #require(still.scores(input).learning)
            right += learning.rightDecisions
            records += learning.records
        }
        #expect(abs(Double(right) / Double(records) - 0.5) < 0.06)
    }

    /// Two classes cannot be learned: one without shadow records, one with members only.
    @Test(arguments: classwise.filter { !blind.contains($0) })
    func classesThatCannotBeLearned(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        let input = LeakyAnswers.input(targetClasses: 6, leak: 1.5, seed: 3)
        let shadows = input.shadows.map { shadow in
            let inside = shadow.members.labels.indices.filter { shadow.members.labels[$0] != 0 }
            let outside = shadow.nonMembers.labels.indices.filter { shadow.nonMembers.labels[$0] > 1 }
            return ShadowAnswers(
                members: shadow.members.picking(inside),
                nonMembers: shadow.nonMembers.picking(outside),
                records: inside.map { shadow.records[$0] } + outside.map { shadow.records[$0 + 120] }
            )
        }
        let result = try attack.init(parameters: AttackParameters()).scores(
            AttackInput(queries: input.queries, shadows: shadows, classes: 4, seed: Seed(1))
        )
        for (row, label) in input.queries.labels.enumerated() where label == 0 {
            #expect(!result.decisions[row], "nothing is known of class 0, so nobody is called a member")
        }
        let learned = input.queries.labels.indices.filter { input.queries.labels[$0] > 1 }
        let right = learned.count { result.decisions[$0] == ($0 < 150) }
        #expect(Double(right) / Double(learned.count) > 0.6)
        if id != "transmia-entropy" {
            // The entropy rule (E2) takes the largest member's value there; a classifier needs both sides.
            let oneSided = input.queries.labels.indices.filter { input.queries.labels[$0] == 1 }
            #expect(!oneSided.contains { result.decisions[$0] })
        }
    }

    /// So few shadow records that none can be held out.
    @Test(arguments: learned)
    func hardlyAnyShadowRecords(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        let input = LeakyAnswers.input(targetClasses: 6, leak: 1.5, seed: 3)
        let (inside, outside) = ([0, 1, 2, 3], [0, 1, 2, 3])
        let tiny = ShadowAnswers(
            members: input.shadows[0].members.picking(inside),
            nonMembers: input.shadows[0].nonMembers.picking(outside),
            records: Array(0..<8)
        )
        let result = try attack.init(parameters: AttackParameters(batchSize: 0)).scores(
            AttackInput(queries: input.queries, shadows: [tiny], classes: 4, seed: Seed(1))
        )
        #expect(result.scores.count == 300 && !result.scores.contains { $0.isNaN })
        #expect(try #require(result.learning).records <= 8)
    }
}
