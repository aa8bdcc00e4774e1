import AuditCore

/// What an audit found, as far as a policy judges it.
public struct Evidence: Sendable {
    /// The attacks that ran, controls included.
    public let attacks: [AttackDescriptor]
    /// Every figure.
    public let measurements: [Measurement]
    /// The figures per class.
    public let classMeasurements: [ClassMeasurement]
    /// What became of each attack.
    public let outcomes: [AttackOutcome]
    /// The validity checks.
    public let checks: [ValidityCheck]
    /// What did not run.
    public let skips: [Skip]
    /// Who shares with whom.
    public let context: AuditContext

    /// Collects the evidence.
    public init(
        attacks: [AttackDescriptor],
        measurements: [Measurement],
        classMeasurements: [ClassMeasurement] = [],
        outcomes: [AttackOutcome],
        checks: [ValidityCheck],
        skips: [Skip],
        context: AuditContext
    ) {
        self.attacks = attacks
        self.measurements = measurements
        self.classMeasurements = classMeasurements
        self.outcomes = outcomes
        self.checks = checks
        self.skips = skips
        self.context = context
    }

    /// What a saved record holds, to be judged again.
    public init(_ record: AuditRecord) {
        self.init(
            attacks: record.attacks,
            measurements: record.measurements,
            classMeasurements: record.classMeasurements,
            outcomes: record.outcomes,
            checks: record.checks,
            skips: record.skips,
            context: record.context
        )
    }

    /// Whether the attack is one that others are shown beside.
    func isControl(_ attack: String) -> Bool { attacks.contains { $0.id == attack && $0.isControl } }

    /// Whether gates judge the attack only where they name it: a control, or an attack on another training set than the
    /// source model's.
    func isJudgedByName(_ attack: String) -> Bool {
        attacks.contains { $0.id == attack && ($0.isControl || $0.population != .source) }
    }

    /// Whether the attack ran: at least one of its figures exists.
    func ran(_ reference: AttackReference) -> Bool {
        measurements.contains { reference.covers(attack: $0.attack, approach: $0.approach) }
    }

    /// The reason the attack was skipped; nil when no skip names it.
    func skip(_ reference: AttackReference) -> Skip? {
        skips.first { $0.id == reference.description } ?? skips.first { $0.id == reference.attack }
    }

    /// Whether the attack under this approach learned on its shadow records at any shadow size; nil when its outcome
    /// was not recorded.
    func learned(attack: String, approach: Approach) -> Bool? {
        let states = outcomes.filter { $0.attack == attack && $0.approach == approach }.map(\.state)
        return states.isEmpty ? nil : states.contains { $0 != .didNotLearn }
    }

    /// Failed checks without which figures about these training sets cannot be trusted.
    func failedChecks(of populations: Set<Population>) -> [ValidityCheck] {
        checks.filter { $0.affectsGates && $0.result == .fail && populations.contains($0.population) }
    }
}
