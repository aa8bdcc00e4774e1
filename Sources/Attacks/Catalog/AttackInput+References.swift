import ShadowModels

extension AttackInput {
    /// The reference models, when there are enough of them.
    ///
    /// - Throws: `AttackError.tooFewReferences`, `AttackError.shapeMismatch`.
    func checkedReferences(isOnline: Bool) throws(AttackError) -> ReferenceSignals {
        try check()
        guard let references, references.models.count >= ReferenceSignals.fewestModels,
            references.isOnline == isOnline
        else {
            throw AttackError(
                .tooFewReferences,
                "the attack holds each record against at least \(ReferenceSignals.fewestModels) shadow models"
                    + (isOnline ? " of which some were trained on it" : ""),
                remedy: "Set adversary.shadowModels to at least \(ReferenceSignals.fewestModels)."
            )
        }
        let count = references.shadowRecords + queries.count
        guard references.attacked.count == count,
            references.models.allSatisfy({ $0.signals.count == count && $0.isMember.count == count })
        else {
            throw AttackError(
                .shapeMismatch,
                "reference models answer for other records than those in question",
                remedy: "Ask every reference model for the adversary's records and the audited ones."
            )
        }
        return references
    }

    /// The same attack on some of the queries, in the given order.
    public func picking(_ rows: [Int]) -> AttackInput {
        replacing(
            queries: queries.picking(rows),
            references: references?.picking(rows),
            observed: observed?.picking(rows),
            subjects: subjects?.picking(rows)
        )
    }
}
