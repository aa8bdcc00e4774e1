import AuditCore
import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// Attacks that read more off models than their answers.
struct ObservedTests {
    static let ids = AttackCatalog.descriptors.filter { $0.observation != nil }.map(\.id)

    private func input(_ observed: ObservedModels?, queries: Int = 150) -> AttackInput {
        let answers = Answers(
            vectors: Array(repeating: 0.25, count: 4 * queries),
            classes: 4,
            labels: (0..<queries).map { $0 % 4 }
        )
        return AttackInput(queries: answers, shadows: [], observed: observed, classes: 4, seed: Seed(1))
    }

    private func scores(_ id: String, _ input: AttackInput) throws -> AttackScores {
        try #require(AttackCatalog.attack(id)).init(parameters: AttackParameters()).scores(input)
    }

    private func observed(leak: Double, shadowLeak: Double, seed: UInt64) -> ObservedModels {
        LeakyObservations.observed(LayerObserver.names, queries: 150, leak: leak, shadowLeak: shadowLeak, seed: seed)
    }

    @Test(arguments: ["layers-own-head", "layers-centroid", "layers-density", "layers-norm"])
    func theSignIsLearned(id: String) throws {
        for lean in [1.5, -1.5] {
            let result = try scores(id, input(observed(leak: lean, shadowLeak: lean, seed: 2)))
            let auc = try #require(
                ROC.auc(members: Array(result.scores[..<75]), nonMembers: Array(result.scores[75...]))
            )
            #expect(auc > 0.8)
            #expect(try #require(result.learning).auc > 0.8)
        }
    }

    /// Shadow models that leak nothing teach nothing: the sign they seem to have is not taken for learning.
    @Test(arguments: ["layers-own-head", "layers-centroid", "layers-density", "layers-norm"])
    func nothingIsLearnedFromNothing(id: String) throws {
        var better = 0
        for seed in 0..<12 {
            let result = try scores(id, input(observed(leak: 0, shadowLeak: 0, seed: UInt64(seed))))
            let learning = try #require(result.learning)
            let low = ClopperPearson.lower(
                successes: Double(learning.rightDecisions),
                trials: Double(learning.records),
                alpha: 0.05
            )
            better += try #require(low) > 0.5 ? 1 : 0
        }
        #expect(better <= 2, "at a level of 5 %, three of twelve come up once in fifty times")
    }

    @Test(arguments: ids)
    func withoutObservationsThereIsNoScore(id: String) throws {
        let good = observed(leak: 1, shadowLeak: 1, seed: 1)
        let few = ObservedModels(queries: good.queries, shadows: Array(good.shadows.prefix(1)))
        for observed in [nil, few] {
            let error = #expect(throws: AttackError.self) { try scores(id, input(observed)) }
            #expect(error?.code == .tooFewObservations)
        }
        let others = ObservedModels(queries: good.queries.picking([1, 2]), shadows: good.shadows)
        let error = #expect(throws: AttackError.self) { try scores(id, input(others)) }
        #expect(error?.code == .shapeMismatch)
    }
}
