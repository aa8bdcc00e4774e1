import AuditCore
import ShadowModels
import Statistics

/// Makes sure that the model, its preprocessing and the labels belong together.
enum SourceAccuracy {
    /// Fails when the source model does not classify its own members better than chance.
    ///
    /// Chance is the accuracy that predictions would have if they had nothing to do with the labels: the sum over classes
    /// of the share predicted times the share labelled (Cohen 1960). With classes of unequal size that is more than 1 / K.
    static func check(members: Answers, nonMembers: Answers, confidence: Double) -> ValidityCheck {
        let right = (0..<members.count).count { members.prediction($0) == members.labels[$0] }
        let bounds = ClopperPearson.interval(
            successes: Double(right),
            trials: Double(members.count),
            confidence: confidence
        )
        let chance = chance(members)
        let isRight = (bounds?.low ?? 0) > chance
        return ValidityCheck(
            id: "source-accuracy",
            title: Phrase(key: "check.source-accuracy"),
            result: isRight ? .pass : .fail,
            sentence: Phrase(
                key: isRight ? "check.source-accuracy-pass" : "check.source-accuracy-fail",
                [
                    "members": .number(members.accuracy, .roundedPercent),
                    "nonMembers": .number(nonMembers.accuracy, .roundedPercent),
                    "chance": .number(chance, .roundedPercent),
                ]
            ),
            value: members.accuracy,
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
        )
    }

    private static func chance(_ answers: Answers) -> Double {
        var predicted = [Int](repeating: 0, count: answers.classes)
        var labelled = predicted
        for row in 0..<answers.count {
            predicted[answers.prediction(row)] += 1
            if labelled.indices.contains(answers.labels[row]) { labelled[answers.labels[row]] += 1 }
        }
        let count = Double(max(1, answers.count))
        return zip(predicted, labelled).reduce(0) { $0 + Double($1.0) / count * (Double($1.1) / count) }
    }
}
