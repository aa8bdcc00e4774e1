import AuditCore
import Networks
import ShadowModels
import Tensors
import Testing

@testable import Attacks

/// What cannot be attacked is a typed error, not a score.
struct ErrorTests {
    private let good = LeakyAnswers.input(targetClasses: 4, leak: 1, seed: 1)

    private func code(_ id: String, _ input: AttackInput, _ parameters: AttackParameters = .init()) -> String? {
        do {
            _ = try AttackCatalog.attack(id)?.init(parameters: parameters).scores(input)
            return nil
        } catch let error as AttackError {
            return error.remedy.isEmpty ? "no remedy" : error.id
        } catch let error as NetworkError {
            return error.id
        } catch {
            return "\(error)"
        }
    }

    private func input(queries: Answers? = nil, shadows: [ShadowAnswers]? = nil, classes: Int = 4) -> AttackInput {
        AttackInput(queries: queries ?? good.queries, shadows: shadows ?? good.shadows, classes: classes, seed: Seed(1))
    }

    @Test(arguments: LearningTests.learned)
    func noShadowModels(id: String) {
        #expect(code(id, input(shadows: [])) == "attack.noShadowModels")
    }

    @Test(arguments: LearningTests.learned)
    func shadowModelsOfAnotherTask(id: String) {
        let other = LeakyAnswers.input(targetClasses: 5, leak: 1, seed: 2)
        #expect(code(id, input(shadows: other.shadows)) == "attack.shapeMismatch")
        #expect(code(id, input(shadows: good.shadows + other.shadows)) == "attack.shapeMismatch")
        let shadow = good.shadows[0]
        let short = ShadowAnswers(members: shadow.members, nonMembers: shadow.nonMembers, records: [1])
        #expect(code(id, input(shadows: [short])) == "attack.shapeMismatch")
    }

    @Test(arguments: ConformanceTests.ids)
    func answersThatAreNone(id: String) {
        var vectors = good.queries.vectors
        for value in [Double.nan, 1.5, -0.1, .infinity] {
            vectors[7] = value
            let broken = Answers(vectors: vectors, classes: 4, labels: good.queries.labels)
            #expect(code(id, input(queries: broken)) == "attack.invalidAnswers")
        }
        var labels = good.queries.labels
        for label in [-1, 4] {
            labels[3] = label
            let broken = Answers(vectors: good.queries.vectors, classes: 4, labels: labels)
            #expect(code(id, input(queries: broken)) == "attack.shapeMismatch")
        }
        let short = Answers(vectors: [0.5], classes: 4, labels: [0, 1])
        #expect(code(id, input(queries: short)) == "attack.shapeMismatch")
    }

    /// Source classes beyond the vector's length: an entropy of the target model's answers has no meaning.
    @Test func entropyOfAnotherTask() {
        let target = LeakyAnswers.input(targetClasses: 3, leak: 1, seed: 1)
        #expect(code("transmia-entropy", target) == "attack.shapeMismatch")
        #expect(code("target-blackbox-dnn", target, AttackParameters(epochs: 2)) == nil)
    }

    @Test(arguments: ["transmia-dnn", "target-blackbox-dnn"])
    func networksThatDiverge(id: String) {
        #expect(code(id, good, AttackParameters(epochs: 3, learningRate: 1e30)) == "attack.trainingFailed")
    }

    @Test(arguments: ["transmia-dnn", "transmia-svm", "target-blackbox-dnn"])
    func cancelled(id: String) {
        let cancellation = Cancellation()
        cancellation.cancel()
        let stopped = AttackInput(
            queries: good.queries,
            shadows: good.shadows,
            classes: 4,
            seed: Seed(1),
            cancellation: cancellation
        )
        #expect(code(id, stopped) == "network.cancelled")
    }
}
