import AuditCore

extension AttackDescriptor {
    /// Describes TransMIA on hardened answers; its sentences stand in the catalogue under its id.
    static func hardened(_ id: String, access: Access) -> AttackDescriptor {
        AttackDescriptor(
            worded: id,
            reference: Phrase(key: "attack.hardened.reference"),
            access: [access, .transferredWeights],
            approaches: [.baseline, .freezing, .fineTuning, .given],
            score: TransMIASVM.descriptor.score,
            defaults: TransMIASVM.descriptor.defaults,
            needsLabels: false
        )
    }
}
