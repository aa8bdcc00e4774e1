import AuditCore
import Foundation
import Networks
import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// What every attack of the catalogue must hold (DESIGN.md, section 3).
struct ConformanceTests {
    private let planted: Planted

    init() throws { planted = try Planted.shared.get() }

    static let ids = AttackCatalog.all.map { $0.descriptor.id }
    /// Attacks from papers of which only the abstract is known: their references say so.
    private static let knownByAbstract: Set = [
        "target-subjects", "target-attribute", "target-attribute-unaided", "student-dnn", "student-dnn-unknown",
    ]
    /// Those that ask for the training population as a whole, too, which `AttributeAttackTests` tries.
    static let catalogued = AttackCatalog.descriptors.map(\.id)

    private func attack(_ id: String) throws -> any Attack.Type { try #require(AttackCatalog.attack(id)) }

    private func scores(_ attack: any Attack.Type, _ input: AttackInput) throws -> AttackScores {
        try attack.init(parameters: AttackParameters()).scores(input)
    }

    @Test func idsAreTheFolders() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Attacks")
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        #expect(
            Set(folders)
                == Set(
                    Self.catalogued + [
                        "Attributes", "Catalog", "Hardening", "Learning", "Observed", "References", "Subjects",
                        "Thresholds",
                    ]
                )
        )
        #expect(Set(Self.catalogued).count == Self.catalogued.count)
    }

    /// The split of the uncertainty takes an attack's word for whether chance has a part in it.
    @Test(arguments: ids) func chanceChangesTrainedAttacksAlone(id: String) throws {
        let attack = try attack(id)
        let input = planted.input(attack)
        let one = try scores(attack, input.reseeded(Seed(1))).scores
        let other = try scores(attack, input.reseeded(Seed(2))).scores
        #expect((one != other) == (attack is any TrainedAttack.Type))
    }

    /// Without each part of its shadow models, an attack still ranks everybody.
    @Test(arguments: ids) func partsCanBeLeftOut(id: String) throws {
        let attack = try attack(id)
        let input = planted.input(attack)
        let whole = try scores(attack, input).scores
        let parts = input.withoutParts()
        #expect(parts.isEmpty == attack.descriptor.isControl)
        for part in parts.prefix(2) {
            let scores = try scores(attack, part).scores
            #expect(scores.count == whole.count && !scores.contains(where: \.isNaN))
            #expect(scores != whole || !(attack is any TrainedAttack.Type))
        }
    }

    @Test func everyAttackIsDocumented() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/attacks.md")
        let headings = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter {
            $0.hasPrefix("### ")
        }
        let ids = headings.flatMap { $0.matches(of: /`([a-z0-9-]+)`/).map { String($0.output.1) } }
        #expect(Set(ids) == Set(Self.catalogued) && ids.count == Self.catalogued.count)
    }

    @Test(arguments: catalogued)
    func descriptorIsComplete(id: String) throws {
        let descriptor = try #require(AttackCatalog.descriptors.first { $0.id == id })
        #expect(!descriptor.title.isEmpty && descriptor.sentence.text.hasSuffix(".") && !descriptor.score.isEmpty)
        #expect(descriptor.reference.text.contains { $0.isNumber } && !descriptor.access.isEmpty)
        #expect(descriptor.smallestSample > 0 && !descriptor.approaches.isEmpty)
        if !descriptor.isControl {
            let places = Self.knownByAbstract.contains(id) ? ["abstract"] : ["section", "appendix"]
            #expect(places.contains { descriptor.reference.text.contains($0) })
            let shadow: Knowledge = descriptor.population == .target ? .targetShadowData : .shadowData
            #expect(descriptor.knowledge.contains(shadow) && !descriptor.defaults.isEmpty)
        }
        let texts = descriptor.defaults.flatMap { [$0.name, $0.value.text] }
        #expect(!texts.contains(""))
        // An adversary who sees the target model does not see the source model (appendix A.1).
        #expect(!descriptor.access.contains(.targetScores) || !descriptor.access.contains(.sourceScores))
    }

    @Test(arguments: ids)
    func oneScorePerQuery(id: String) throws {
        let attack = try attack(id)
        let input = planted.input(attack)
        let result = try scores(attack, input)
        #expect(result.scores.count == input.queries.count && result.decisions.count == input.queries.count)
        #expect(!result.scores.contains { $0.isNaN })
        if let threshold = result.threshold { #expect(result.decisions == result.scores.map { $0 >= threshold }) }
        let none = planted.input(attack).picking([])
        if !attack.descriptor.access.contains(.targetScores) {
            #expect(try scores(attack, none).scores.isEmpty)
        }
    }

    @Test(arguments: ids)
    func sameSeedAndAnyThreads(id: String) throws {
        let attack = try attack(id)
        let first = try scores(attack, planted.input(attack))
        #expect(try scores(attack, planted.input(attack)) == first)
        #expect(try scores(attack, planted.input(attack, threads: 2)) == first)
    }

    @Test(arguments: ids)
    func orderOfQueriesDoesNotMatter(id: String) throws {
        let attack = try attack(id)
        let input = planted.input(attack)
        let first = try scores(attack, input)
        var draw = Seed(1).generator
        let order = draw.permutation(input.queries.count)
        let shuffled = input.picking(order)
        let second = try scores(attack, shuffled)
        for (place, row) in order.enumerated() {
            let (one, other) = (first.scores[row], second.scores[place])
            #expect(one == other || abs(one - other) < 1e-5 * max(1, abs(one)))
        }
        // A query is scored by itself: half of them get what they get among all.
        var half = Array(order.prefix(order.count / 2))
        if let subjects = input.subjects?.queries {
            // Of an attack on whole persons, half of the persons.
            half = order.filter { subjects[$0] % 2 == 0 }
        }
        let fewer = input.picking(half)
        for (row, score) in zip(half, try scores(attack, fewer).scores) {
            #expect(score == first.scores[row] || abs(score - first.scores[row]) < 1e-5 * max(1, abs(score)))
        }
    }

    /// Each class is attacked on its own: other shadow answers for class 1 leave the scores of the others alone.
    @Test(arguments: AttackCatalog.descriptors.filter { $0.calibration == .perClass }.map(\.id))
    func classesAreAttackedApart(id: String) throws {
        let attack = try attack(id)
        let input = planted.input(attack)
        let changed = input.shadows.map { shadow in
            func changed(_ answers: Answers) -> Answers {
                var vectors: [Double] = []
                for row in 0..<answers.count {
                    let vector = Array(answers.vector(row))
                    // Sharper, and in another order.
                    let total = vector.reduce(0) { $0 + $1 * $1 }
                    vectors += answers.labels[row] == 1 ? vector.reversed().map { $0 * $0 / total } : vector
                }
                return Answers(vectors: vectors, classes: answers.classes, labels: answers.labels)
            }
            return ShadowAnswers(
                members: changed(shadow.members),
                nonMembers: changed(shadow.nonMembers),
                records: shadow.records
            )
        }
        let first = try scores(attack, input)
        let second = try scores(
            attack,
            AttackInput(
                queries: input.queries,
                shadows: changed,
                subjects: input.subjects,
                classes: input.classes,
                seed: input.seed
            )
        )
        let others = input.queries.labels.indices.filter { input.queries.labels[$0] != 1 }
        #expect(others.map { first.scores[$0] } == others.map { second.scores[$0] })
        if !input.shadows.isEmpty { #expect(first.scores != second.scores) }
    }

    /// Members of an over-fitted model score above non-members, beyond doubt.
    @Test(arguments: ids)
    func findsThePlantedLeak(id: String) throws {
        let attack = try attack(id)
        for approach in attack.descriptor.approaches where approach != .given {
            let input = planted.input(attack, approach: approach)
            let result = try scores(attack, input)
            let members = input.queries.count / 2
            let interval = try #require(
                DeLong.interval(
                    members: Array(result.scores[..<members]),
                    nonMembers: Array(result.scores[members...]),
                    confidence: 0.95
                )
            )
            #expect(interval.low > 0.6, "\(id) \(approach): \(interval)")
            let right = result.decisions.enumerated().count { $1 == ($0 < members) }
            #expect(Double(right) / Double(input.queries.count) > 0.55, "\(id) \(approach): \(right)")
            if let learning = result.learning {
                let low = ClopperPearson.lower(
                    successes: Double(learning.rightDecisions),
                    trials: Double(learning.records),
                    alpha: 0.05
                )
                #expect(try #require(low) > 0.5, "\(id) \(approach): \(learning)")
                #expect(learning.auc > 0.6)
            }
        }
    }

    /// Sets of members and non-members that are exchangeable: the AUC's intervals cover 0.5 as often as they say, and ε is
    /// bounded away from 0 no more often than it may be.
    @Test(arguments: ids)
    func findsNothingWhereThereIsNothing(id: String) throws {
        let attack = try attack(id)
        var result: AttackScores
        if attack.descriptor.population == .source, attack.descriptor.access.contains(.targetScores) {
            // Trained on a leak, tried on records without any.
            let leaky = LeakyAnswers.input(targetClasses: 5, leak: 1.5, seed: 1)
            let silent = (0..<NullSets.count).map {
                LeakyAnswers.input(targetClasses: 5, leak: 0, seed: 100 + UInt64($0)).queries
            }
            let queries = silent.dropFirst().reduce(silent[0]) { $0.appending($1) }
            let input = AttackInput(queries: queries, shadows: leaky.shadows, classes: 4, seed: leaky.seed)
            result = try scores(attack, input)
        } else {
            result = try scores(attack, planted.input(attack, pool: .strangers))
        }
        let sets = try NullSets(result)
        print("\(id): \(sets)")
        #expect(sets.covering.contains(sets.covered), "\(sets)")
        #expect(sets.leaking <= sets.mostLeaking, "\(sets)")
        #expect(abs(sets.meanAUC - 0.5) < 0.03)
    }
}
