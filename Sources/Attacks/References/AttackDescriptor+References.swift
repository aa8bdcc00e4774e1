import AuditCore

extension AttackDescriptor {
    /// Describes an attack that holds each record against reference models; its sentences stand in the catalogue under
    /// its id.
    ///
    /// - Parameter isOnline: whether some of the reference models are trained on the records in question.
    static func references(
        _ id: String,
        isOnline: Bool,
        defaults: [(name: String, value: Phrase)]
    ) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: Phrase(key: "attack.\(id).title"),
            sentence: Phrase(key: "attack.\(id).sentence"),
            reference: Phrase(key: "attack.\(id).reference"),
            access: [.sourceScores, .transferredWeights],
            knowledge: [.shadowData, .sourceArchitecture] + (isOnline ? [.queriedRecords] : []),
            approaches: [.baseline, .freezing, .fineTuning],
            smallestSample: 100,
            score: Phrase(key: "attack.\(id).score"),
            defaults: defaults,
            calibration: .perRecord
        )
    }
}
