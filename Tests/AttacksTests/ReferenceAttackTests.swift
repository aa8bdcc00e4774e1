import Foundation
import ShadowModels
import Tensors
import Testing

@testable import Attacks

/// LiRA and RMIA from given logits, against NumPy and SciPy (Fixtures/reference_attacks.py).
struct ReferenceAttackTests {
    private struct Computed: Decodable {
        let shadowRecords, classes: Int
        let labels, population: [Int]
        let isMember: [[Bool]]
        let logits: [Float]
        let scores: [String: [Double]]

        static func load() throws -> Computed {
            let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference_attacks.json")
            return try JSONDecoder().decode(Computed.self, from: Data(contentsOf: url))
        }

        /// The answers of one model; those of the attacked one stand last.
        func answers(_ model: Int) -> Answers {
            let size = labels.count * classes
            return Answers(
                logits: Array(logits[model * size..<(model + 1) * size]),
                classes: classes,
                labels: labels
            )
        }

        func input(isOnline: Bool) -> AttackInput {
            let models = isMember.indices.map { model in
                let known = isMember[model].enumerated().map { $1 && (isOnline || $0 < shadowRecords) }
                return ReferenceModel(
                    signals: TrueClassSignals(answers(model), temperature: 2),
                    isMember: known,
                    strangers: (0..<shadowRecords).filter { !known[$0] }
                )
            }
            let attacked = answers(isMember.count)
            return AttackInput(
                queries: attacked.picking(Array(shadowRecords..<labels.count)),
                shadows: [],
                references: ReferenceSignals(
                    shadowRecords: shadowRecords,
                    population: population,
                    attacked: TrueClassSignals(attacked, temperature: 2),
                    models: models,
                    isOnline: isOnline
                ),
                classes: classes,
                seed: Seed(1)
            )
        }
    }

    @Test(arguments: [
        ("lira", "pooled"), ("lira", "per-record"), ("lira-offline", "pooled"), ("lira-offline", "per-record"),
        ("rmia", ""), ("rmia-offline", ""),
    ])
    func agreesWithSciPy(id: String, variance: String) throws {
        let computed = try Computed.load()
        let attack = try #require(AttackCatalog.attack(id))
        let parameters = AttackParameters(
            scoring: ScoringSettings(variance: LikelihoodVariance(rawValue: variance) ?? .automatic)
        )
        let input = computed.input(isOnline: attack.descriptor.knowledge.contains(.queriedRecords))
        let scores = try attack.init(parameters: parameters).scores(input).scores
        let expected = try #require(computed.scores[variance.isEmpty ? id : "\(id)/\(variance)"])
        #expect(scores.count == expected.count && !expected.isEmpty)
        for (score, reference) in zip(scores, expected) {
            #expect(abs(score - reference) <= 1e-9 * max(1, abs(reference)))
        }
    }

    /// The threshold comes from the adversary's own models: other answers for the audited records leave it alone.
    @Test(arguments: ["lira-offline", "rmia-offline"])
    func thresholdIgnoresTheAuditedRecords(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        let input = try Computed.load().input(isOnline: false)
        let whole = try attack.init(parameters: AttackParameters()).scores(input)
        let perRecord = ScoringSettings(variance: .perRecord)
        let fewer = try attack.init(parameters: AttackParameters(scoring: perRecord)).scores(input.picking([3, 1]))
        let same = try attack.init(parameters: AttackParameters(scoring: perRecord)).scores(input)
        #expect(fewer.threshold == same.threshold && fewer.scores == [same.scores[3], same.scores[1]])
        #expect(whole.threshold?.isFinite == true)
    }

    @Test func fewReferencesAreRefused() throws {
        let input = try Computed.load().input(isOnline: false)
        for id in ["lira", "rmia"] {
            let attack = try #require(AttackCatalog.attack(id))
            #expect(throws: AttackError.self) { try attack.init(parameters: AttackParameters()).scores(input) }
        }
    }
}
