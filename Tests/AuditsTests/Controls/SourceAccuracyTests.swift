import AuditCore
import ShadowModels
import Tensors
import Testing

@testable import Audits

/// The check that model, preprocessing and labels belong together.
@Suite struct SourceAccuracyTests {
    /// Answers that predict the given classes.
    private func answers(predicting predictions: [Int], labels: [Int], classes: Int) -> Answers {
        let vectors = predictions.flatMap { prediction in (0..<classes).map { $0 == prediction ? 0.9 : 0.01 } }
        return Answers(vectors: vectors, classes: classes, labels: labels)
    }

    private func check(_ predictions: [Int], _ labels: [Int], classes: Int) -> ValidityCheck {
        let answers = answers(predicting: predictions, labels: labels, classes: classes)
        return SourceAccuracy.check(members: answers, nonMembers: answers, confidence: 0.95)
    }

    private func shuffled(_ labels: [Int]) -> [Int] {
        var generator = Seed(17).generator
        return generator.permutation(labels.count).map { labels[$0] }
    }

    @Test func rightLabelsPass() {
        let labels = (0..<200).map { $0 % 5 }
        let check = check(labels, labels, classes: 5)
        #expect(check.result == .pass)
        #expect(check.value == 1)
        #expect(check.id == "source-accuracy")
    }

    @Test func shuffledLabelsFail() {
        let labels = (0..<200).map { $0 % 5 }
        #expect(check(labels, shuffled(labels), classes: 5).result == .fail)
    }

    @Test func shuffledLabelsOfUnequalClassesFail() {
        // Nine of ten records in one class: shuffled labels still agree in four of five.
        let labels = (0..<400).map { $0 % 10 == 0 ? 1 : 0 }
        let check = check(labels, shuffled(labels), classes: 2)
        #expect((check.value ?? 0) > 0.75)
        #expect(check.result == .fail)
    }

    @Test func oneAnswerForEverythingFails() {
        let labels = (0..<400).map { $0 % 10 == 0 ? 1 : 0 }
        #expect(check(Array(repeating: 0, count: 400), labels, classes: 2).result == .fail)
    }

    @Test func exchangedClassesFail() {
        let labels = (0..<300).map { $0 % 3 }
        #expect(check(labels.map { ($0 + 1) % 3 }, labels, classes: 3).result == .fail)
    }
}
