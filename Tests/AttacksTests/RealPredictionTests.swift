import ShadowModels
import Statistics
import Tensors
import Testing

@testable import Attacks

/// Signals, thresholds and attacks on real saved predictions, against NumPy and scikit-learn.
struct RealPredictionTests {
    private func close(_ value: Double, _ reference: Double) -> Bool {
        value == reference || abs(value - reference) <= 1e-9 * max(1, abs(reference))
    }

    private func check(_ answers: Answers, _ isMember: [Bool], _ figures: RealFigures.Entropies) throws {
        let entropy = try #require(
            ModifiedPredictionEntropy.values(
                predictions: answers.vectors,
                classes: answers.classes,
                labels: answers.labels
            )
        )
        for (row, value) in zip(figures.rows, figures.values) { #expect(close(entropy[row], value.value)) }
        #expect(close(entropy.filter(\.isFinite).sorted().reduce(0, +), figures.finiteSum))
        #expect(entropy.count { $0 == .infinity } == figures.infinite)
        for label in figures.thresholds.indices {
            let own = answers.labels.indices.filter { answers.labels[$0] == label }
            let choice = try #require(
                ThresholdChoice.mostRightDecisions(
                    members: own.filter { isMember[$0] }.map { entropy[$0] },
                    nonMembers: own.filter { !isMember[$0] }.map { entropy[$0] }
                )
            )
            #expect(close(choice.threshold, figures.thresholds[label].value))
            #expect(choice.rightDecisions == figures.right[label])
        }
    }

    @Test(.enabled(if: SharedData.has("location30-song-mittal.h5"), "needs shared/data/mia-predictions"))
    func location30() throws {
        let figures = try RealFigures.load().location30
        let name = "location30-song-mittal.h5"
        let shadow = try SharedData.answers(name, "shadow", values: "predictions")
        let target = try SharedData.answers(name, "target", values: "predictions")
        try check(shadow.answers, shadow.isMember, figures.shadow)
        try check(target.answers, target.isMember, figures.target)

        let input = input(target.answers, shadow, classes: 30)
        let result = try TransMIAEntropy(parameters: AttackParameters()).scores(input)
        let isRight = zip(result.decisions, target.isMember).map { $0 == $1 }
        let accuracy = Double(isRight.count { $0 }) / Double(isRight.count)
        #expect(close(accuracy, figures.pooledAccuracy) && close(accuracy, 0.7885))
        let byClass = (0..<30).map { label in
            let own = isRight.indices.filter { target.answers.labels[$0] == label }
            return Double(own.count { isRight[$0] }) / Double(own.count)
        }
        let averaged = byClass.reduce(0, +) / 30
        #expect(close(averaged, figures.classAveragedAccuracy) && abs(averaged - 0.797) < 0.0005)
        #expect(result.decisions.count { $0 } == figures.calledMembers)
        // The thresholds of the attack are those of NumPy: every score is τ_y − mpe.
        for (row, value) in zip(figures.target.rows, figures.target.values) {
            let threshold = figures.shadow.thresholds[target.answers.labels[row]].value
            #expect(close(result.scores[row], threshold - value.value))
        }
        #expect(try #require(result.learning).auc > 0.7)
    }

    /// What the method's published tool prints for these files, to three digits (the data's README).
    @Test(
        .enabled(if: SharedData.has("location30-song-mittal.h5"), "needs shared/data/mia-predictions"),
        arguments: [("gap", 0.687), ("confidence", 0.763), ("entropy", 0.616), ("modified-entropy", 0.781)]
    )
    func publishedThresholds(id: String, accuracy: Double) throws {
        let name = "location30-song-mittal.h5"
        let shadow = try SharedData.answers(name, "shadow", values: "predictions")
        let target = try SharedData.answers(name, "target", values: "predictions")
        let input = input(target.answers, shadow, classes: 30)
        let attack = try #require(AttackCatalog.attack(id))
        let result = try attack.init(parameters: AttackParameters()).scores(input)
        let right = zip(result.decisions, target.isMember).count { $0 == $1 }
        #expect(abs(Double(right) / Double(target.isMember.count) - accuracy) < 0.001)
    }

    @Test(
        .enabled(if: SharedData.has("cifar10-real-models.h5"), "needs shared/data/mia-predictions"),
        arguments: ["anastasiialgv_keras3.10", "resnet20_akamaster", "resnet8_mlcommons_keras2.4"]
    )
    func cifar10(model: String) throws {
        let figures = try #require(try RealFigures.load().cifar10[model])
        let values = model.hasPrefix("resnet20") ? "logits" : "output"
        let (answers, isMember) = try SharedData.answers("cifar10-real-models.h5", model, values: values, last: 2000)
        try check(answers, isMember, figures)
        let input = AttackInput(queries: answers, shadows: [], classes: 10, seed: Seed(1))
        let gap = try Gap(parameters: AttackParameters()).scores(input)
        #expect(close(gap.scores.reduce(0, +) / 2000, try #require(figures.gap)))
        #expect(answers.accuracy == gap.scores.reduce(0, +) / 2000)
    }

    @Test(
        .enabled(if: SharedData.has("ml-leaks-lfw.h5"), "needs shared/data/mia-predictions"),
        arguments: ["lfw", "location", "cifar100"]
    )
    func mlLeaks(name: String) throws {
        let figures = try #require(try RealFigures.load().mlLeaks[name])
        let file = "ml-leaks-\(name).h5"
        let shadow = try SharedData.answers(file, "shadow", values: "confidences")
        let target = try SharedData.answers(file, "target", values: "confidences")
        let input = input(target.answers, shadow, classes: 1)
        func auc(_ result: AttackScores) throws -> Double {
            let (inside, outside) = split(target.isMember)
            return try #require(
                ROC.auc(members: inside.map { result.scores[$0] }, nonMembers: outside.map { result.scores[$0] })
            )
        }
        let machine = try TransMIASVM(parameters: AttackParameters()).scores(input)
        #expect(abs(try auc(machine) - figures.auc) < 1e-4)
        let right = zip(machine.decisions, target.isMember).count { $0 == $1 }
        #expect(abs(right - figures.rightDecisions) <= 1)
        if name != "cifar100" {
            // Members' confidences differ in ways a line cannot follow: the network is at least as good.
            let network = try TransMIADNN(parameters: AttackParameters()).scores(input)
            #expect(try auc(network) > figures.auc - 0.02)
        }
    }

    /// The attack on answers, beside those of one shadow model.
    private func input(
        _ queries: Answers,
        _ shadow: (answers: Answers, isMember: [Bool]),
        classes: Int
    ) -> AttackInput {
        let (inside, outside) = split(shadow.isMember)
        let model = ShadowAnswers(
            members: shadow.answers.picking(inside),
            nonMembers: shadow.answers.picking(outside),
            records: inside + outside
        )
        return AttackInput(queries: queries, shadows: [model], classes: classes, seed: Seed(1), threads: 2)
    }

    private func split(_ isMember: [Bool]) -> (inside: [Int], outside: [Int]) {
        (isMember.indices.filter { isMember[$0] }, isMember.indices.filter { !isMember[$0] })
    }
}
