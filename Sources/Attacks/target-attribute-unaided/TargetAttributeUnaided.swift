import AuditCore

/// The same question without auxiliary data: the adversary holds no more than the records it asks about, and takes the
/// value whose answers are surer for the one that made up most of the training population (Liew and Takahashi 2020).
public struct TargetAttributeUnaided: AttributeAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "target-attribute-unaided",
        access: [.targetScores],
        knowledge: [.shadowData],
        approaches: [.freezing, .fineTuning],
        smallestSample: TargetAttribute.fewestWorlds,
        defaults: [TargetAttribute.probes],
        calibration: .global,
        needsLabels: false
    )

    /// Worlds are the yardstick here, not the adversary's.
    public static let learns = false

    /// An attack; it takes no parameters.
    public init() {}

    /// How much surer answers for probes with the value are: the difference of mean largest probabilities, class by class.
    public func scores(_ input: AttributeInput) throws(AttackError) -> AttributeScores {
        try input.check()
        let aggregate = AttributeAggregate(input)
        return AttributeScores(
            worlds: input.worlds.map { aggregate.surer($0.answers) },
            parts: input.worlds.map { _ in 0 },
            attacked: aggregate.surer(input.attacked)
        )
    }
}
