import ShadowModels

extension AttackInput {
    /// What was read off the models.
    ///
    /// - Throws: `AttackError.tooFewObservations`, `AttackError.shapeMismatch`.
    func checkedObservations() throws(AttackError) -> ObservedModels {
        try check()
        guard let observed, observed.shadows.count >= ObservedModels.fewestModels else {
            throw AttackError(
                .tooFewObservations,
                "the attack reads more than answers off the attacked model, and off at least "
                    + "\(ObservedModels.fewestModels) shadow models trained from scratch",
                remedy: "Set adversary.shadowModels of the baseline to at least \(ObservedModels.fewestModels)."
            )
        }
        let names = observed.queries.names
        guard observed.queries.count == queries.count,
            observed.shadows.allSatisfy({ $0.members.names == names && $0.nonMembers.names == names }),
            observed.shadows.allSatisfy({ $0.records.count == $0.members.count + $0.nonMembers.count })
        else {
            throw AttackError(
                .shapeMismatch,
                "what was read off shadow models is not what was read off the attacked model",
                remedy: "Observe all models alike."
            )
        }
        return observed
    }
}
