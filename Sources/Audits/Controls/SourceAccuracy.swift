import AuditCore
import ShadowModels
import Statistics

/// Makes sure that the model, its preprocessing and the labels belong together.
enum SourceAccuracy {
    /// Fails when the source model does not classify its own members better than chance.
    static func check(members: Answers, nonMembers: Answers, confidence: Double) -> ValidityCheck {
        let right = Double(members.count) * members.accuracy
        let bounds = ClopperPearson.interval(
            successes: right,
            trials: Double(members.count),
            confidence: confidence
        )
        let chance = 1 / Double(max(1, members.classes))
        let isRight = (bounds?.low ?? 0) > chance
        let figures =
            "The source model classifies \(percent(members.accuracy)) of the members and "
            + "\(percent(nonMembers.accuracy)) of the non-members correctly"
        return ValidityCheck(
            id: "source-accuracy",
            title: "Source model accuracy",
            result: isRight ? .pass : .fail,
            sentence: isRight
                ? figures + "."
                : figures
                    + ", no better on its own training data than chance (\(percent(chance))): labels, class order or "
                    + "preprocessing do not belong to this model.",
            value: members.accuracy,
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
        )
    }

    private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}
