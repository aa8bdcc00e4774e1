import AuditCore

extension AttackDescriptor {
    /// Describes an attack by thresholds of a signal; its sentences stand in the catalogue under its id.
    static func thresholds(_ id: String, calibration: Calibration) -> AttackDescriptor {
        AttackDescriptor(
            worded: id,
            access: [.sourceScores, .transferredWeights],
            approaches: [.baseline, .freezing, .fineTuning, .given],
            defaults: [("threshold", Phrase(key: "attack.thresholds.balanced"))],
            calibration: calibration,
            needsLabels: !id.hasPrefix("entropy")
        )
    }
}
