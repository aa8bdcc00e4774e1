import AuditCore

extension AttackDescriptor {
    /// Describes TransMIA on hardened answers; its sentences stand in the catalogue under its id.
    static func hardened(_ id: String, access: Access) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: Phrase(key: "attack.\(id).title"),
            sentence: Phrase(key: "attack.\(id).sentence"),
            reference: Phrase(key: "attack.hardened.reference"),
            access: [access, .transferredWeights],
            knowledge: [.shadowData, .sourceArchitecture],
            approaches: [.baseline, .freezing, .fineTuning, .given],
            smallestSample: 100,
            score: TransMIASVM.descriptor.score,
            defaults: TransMIASVM.descriptor.defaults,
            needsLabels: false
        )
    }
}
