import ShadowModels

extension AttackInput {
    /// Makes sure that every answer can be attacked: prediction vectors of one length with values in [0, 1], labels in
    /// 0..<classes.
    ///
    /// - Throws: `AttackError.shapeMismatch`, `AttackError.invalidAnswers`.
    func check() throws(AttackError) {
        try Self.check(queries, "the attacked model", like: queries.classes, classes: classes)
        for shadow in shadows {
            try Self.check(shadow.members, "a shadow model", like: queries.classes, classes: classes)
            try Self.check(shadow.nonMembers, "a shadow model", like: queries.classes, classes: classes)
            guard shadow.records.count == shadow.members.count + shadow.nonMembers.count else {
                throw AttackError(
                    .shapeMismatch,
                    "a shadow model's \(shadow.members.count + shadow.nonMembers.count) answers are about "
                        + "\(shadow.records.count) records",
                    remedy: "Name the record of each answer."
                )
            }
        }
    }

    private static func check(
        _ answers: Answers,
        _ whose: String,
        like width: Int,
        classes: Int
    ) throws(AttackError) {
        guard answers.classes == width, answers.classes > 0, answers.vectors.count == answers.count * answers.classes
        else {
            throw AttackError(
                .shapeMismatch,
                "\(whose) answers vectors of \(answers.classes) values, not of \(width)",
                remedy: "Use shadow models of the attacked model's task."
            )
        }
        guard answers.labels.allSatisfy({ (0..<classes).contains($0) }) else {
            throw AttackError(
                .shapeMismatch,
                "a label of the records \(whose) answers for is not in 0..<\(classes)",
                remedy: "Use labels of the source model's classes."
            )
        }
        guard answers.vectors.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            throw AttackError(
                .invalidAnswers,
                "\(whose) answers values that are no probabilities",
                remedy: "Check the model for weights or inputs that are not numbers."
            )
        }
    }
}
