import AuditCore
import Networks
import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// Attacks with the whole source model, or with all of its layers but the last, on a model that learned its members by heart.
struct WhiteBoxAttackTests {
    private let model: OverfittedModel

    init() throws { model = try OverfittedModel.shared.get() }

    static let ids = [
        "whitebox-gradient-norm", "whitebox-gradients", "stolen-memories", "stolen-memories-bayes",
        "federated-gradients", "layers-own-head", "layers-centroid", "layers-density", "layers-norm",
    ]
    private static let audited = 0..<2 * OverfittedModel.size
    private static let strangers = 2 * OverfittedModel.size..<5 * OverfittedModel.size

    private func scores(
        _ id: String,
        _ rows: Range<Int>,
        threads: Int = 1,
        precision: Double = 0.9
    ) throws -> AttackScores {
        let attack = try #require(AttackCatalog.attack(id))
        var parameters = AttackParameters()
        parameters.scoring.precision = precision
        let model = try attack.descriptor.observation == .layers ? OverfittedModel.deep.get() : model
        return try attack.init(parameters: parameters).scores(model.input(attack, rows, threads: threads))
    }

    @Test(arguments: ids)
    func findsThePlantedLeak(id: String) throws {
        let result = try scores(id, Self.audited)
        let interval = try #require(
            DeLong.interval(
                members: Array(result.scores[..<OverfittedModel.size]),
                nonMembers: Array(result.scores[OverfittedModel.size...]),
                confidence: 0.95
            )
        )
        #expect(interval.low > 0.6, "\(id): \(interval)")
        let learning = try #require(result.learning)
        let right = ClopperPearson.lower(
            successes: Double(learning.rightDecisions),
            trials: Double(learning.records),
            alpha: 0.05
        )
        #expect(try #require(right) > 0.5 && learning.auc > 0.6, "\(id): \(learning)")
    }

    /// Records that are hard for a model stay so during its training: what is left is what it learned of them.
    @Test func earlierStatesTellMoreThanTheModelAlone() throws {
        let aucs = try ["federated-gradients", "whitebox-gradients"].map { id in
            let scores = try scores(id, Self.audited).scores
            return try #require(
                DeLong.interval(
                    members: Array(scores[..<OverfittedModel.size]),
                    nonMembers: Array(scores[OverfittedModel.size...]),
                    confidence: 0.95
                )
            )
        }
        #expect(aucs[0].low > aucs[1].high, "\(aucs)")
    }

    /// Of records that nobody was trained on, none stands out: intervals over 40 splits cover 0.5 about as often as asked.
    @Test(arguments: ids)
    func findsNothingInStrangers(id: String) throws {
        let result = try scores(id, Self.strangers)
        var covered = 0
        for split in 0..<40 {
            var generator = Seed(20).derived("split", split).generator
            let order = generator.permutation(result.scores.count)
            let half = order.count / 2
            let interval = try #require(
                DeLong.interval(
                    members: order[..<half].map { result.scores[$0] },
                    nonMembers: order[half...].map { result.scores[$0] },
                    confidence: 0.95
                )
            )
            if interval.low <= 0.5 && interval.high >= 0.5 { covered += 1 }
        }
        #expect(covered >= 34, "\(id): \(covered) of 40")
    }

    @Test(arguments: ids)
    func sameForAnyThreads(id: String) throws {
        #expect(try scores(id, Self.audited) == scores(id, Self.audited, threads: 2))
    }

    /// At asked precision 0.9 the realised precision's interval covers at least 0.9.
    @Test(arguments: ["stolen-memories", "stolen-memories-bayes"])
    func precisionIsAsAsked(id: String) throws {
        let result = try scores(id, Self.audited)
        let calls = result.decisions.count { $0 }
        let right = result.decisions[..<OverfittedModel.size].count { $0 }
        let interval = try #require(
            ClopperPearson.interval(successes: Double(right), trials: Double(calls), confidence: 0.95)
        )
        #expect(calls >= 20 && interval.high >= 0.9, "\(id): \(right) of \(calls): \(interval)")
        #expect(result.decisions == result.scores.map { $0 >= (result.threshold ?? 0) })
    }

    @Test(arguments: ["stolen-memories", "stolen-memories-bayes"])
    func nobodyIsCalledWithoutThePrecision(id: String) throws {
        let result = try scores(id, Self.audited, precision: 0.9999)
        #expect(result.threshold == .infinity && !result.decisions.contains(true))
        #expect(result.learning != nil)
    }

    /// Networks that do not train tell nothing, and the attack says so.
    @Test(arguments: ["whitebox-gradients", "stolen-memories", "federated-gradients"])
    func networksThatDoNotTrainDidNotLearn(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        let input = model.input(attack, Self.audited)
        let result = try attack.init(parameters: AttackParameters(learningRate: 0)).scores(input)
        let learning = try #require(result.learning)
        let low = ClopperPearson.lower(
            successes: Double(learning.rightDecisions),
            trials: Double(learning.records),
            alpha: 0.05
        )
        #expect(try #require(low) <= 0.5, "\(id): \(learning)")
    }

    @Test(arguments: ids)
    func modelsMustBeObservedAlike(id: String) throws {
        let attack = try #require(AttackCatalog.attack(id))
        let input = model.input(attack, Self.audited)
        #expect {
            try attack.init(parameters: AttackParameters()).scores(input.replacing(queries: input.queries))
        } throws: {
            ($0 as? AttackError)?.code == .tooFewObservations
        }
    }

    /// w·z + b of the Bayes-style attack, from the weights themselves.
    @Test func displacementIsThatOfTheWeights() throws {
        let trainer = model.trainer(1)
        let architecture = trainer.source.architecture
        let (rows, known, seed) = (Array(1600..<1620), Array(0..<90), Seed(3))
        // Gentle: what features differ by in the last digit is not to grow.
        let recipe = TrainingRecipe(epochs: 5, learningRate: 0.01, batchSize: 32)
        let read = try InfluenceObserver(trainer, recipe: recipe).observe(
            trainer.source.weights,
            rows: rows,
            known: known,
            seed: seed
        )
        let node = try #require(architecture.defaultCut)
        let (shallow, head) = (architecture.shallowPart(upTo: node), architecture.deepPart(after: node))
        let features = try Network(shallow.part, weights: trainer.source.weights.picking(shallow.layerMap))
            .outputs(trainer.records.picking(known + rows))
        let own = trainer.source.weights.picking(head.layerMap)
        let proxies = try (0..<4).map { index in
            let start = try head.part.freshWeights(seed.derived("proxy", index))
            let network = try Network(head.part, weights: start)
            try Training.run(
                network,
                records: RecordBatches(features.rows(Array(known.indices))),
                labels: known.map { trainer.labels[$0] },
                recipe: recipe,
                seed: seed.derived("proxy", index)
            )
            return try network.weights()
        }
        func margin(_ weights: Weights, _ row: Int) throws -> Double {
            let layer = try #require(weights.layers.last { !$0.isEmpty })
            let classes = layer[1].floats.count
            let logits = (0..<classes).map { unit in
                (0..<features.rowSize).reduce(Double(layer[1].floats[unit])) { sum, place in
                    sum + Double(layer[0].floats[place * classes + unit])
                        * Double(features.floats[(known.count + row) * features.rowSize + place])
                }
            }
            return logits[trainer.labels[rows[row]]] - logits.reduce(0, +) / Double(classes)
        }
        for (row, found) in try #require(read[InfluenceObserver.displacement]).enumerated() {
            let others = try proxies.reduce(0) { try $0 + margin($1, row) } / Double(proxies.count)
            let expected = try margin(own, row) - others
            #expect(abs(found - expected) < 1e-3 * max(1, abs(expected)), "\(row): \(found), not \(expected)")
        }
    }

    @Test func readingDoesNotDependOnThreads() throws {
        let weights = model.trainer(1).source.weights
        let observers: [any ModelObserver.Type] = [GradientObserver.self, InfluenceObserver.self]
        for observer in observers {
            let read = try [1, 2].map { threads in
                try observer.init(model.trainer(threads), recipe: model.recipe).observe(
                    weights,
                    rows: Array(1600..<1700),
                    known: Array(0..<90),
                    seed: Seed(3)
                )
            }
            #expect(read[0] == read[1] && read[0].count == 100)
            #expect(read[0].values.allSatisfy { $0.allSatisfy(\.isFinite) })
        }
        let names = try GradientObserver(model.trainer(1), recipe: model.recipe)
            .observe(weights, rows: [0], known: [], seed: Seed(3)).names
        #expect(
            names == [
                "loss", "gradient-norm", "gradient-norm/logits", "gradient-norm/1", "gradient-norm/2",
                "gradient-norm/3",
            ]
        )
    }
}
