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
            worded: id,
            access: [.sourceScores, .transferredWeights],
            knowledge: [.shadowData, .sourceArchitecture] + (isOnline ? [.queriedRecords] : []),
            approaches: [.baseline, .freezing, .fineTuning],
            defaults: defaults,
            calibration: .perRecord
        )
    }
}
