import AuditCore

extension AttackDescriptor {
    /// Describes an attack by thresholds of a signal; its sentences stand in the catalogue under its id.
    static func thresholds(_ id: String, calibration: Calibration) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: Phrase(key: "attack.\(id).title"),
            sentence: Phrase(key: "attack.\(id).sentence"),
            reference: Phrase(key: "attack.\(id).reference"),
            access: [.sourceScores, .transferredWeights],
            knowledge: [.shadowData, .sourceArchitecture],
            approaches: [.baseline, .freezing, .fineTuning, .given],
            smallestSample: 100,
            score: Phrase(key: "attack.\(id).score"),
            defaults: [("threshold", Phrase(key: "attack.thresholds.balanced"))],
            calibration: calibration,
            needsLabels: !id.hasPrefix("entropy")
        )
    }
}
