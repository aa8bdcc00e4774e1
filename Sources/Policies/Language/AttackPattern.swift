import AuditCore

/// Attacks meant by name, by approach, or by both.
public struct AttackPattern: Sendable, Hashable, CustomStringConvertible {
    /// The attack's id; nil for every attack on the source training set that is not a control.
    public let attack: String?
    /// The approach; nil for any.
    public let approach: Approach?

    /// Means some attacks.
    public init(attack: String?, approach: Approach?) {
        self.attack = attack
        self.approach = approach
    }

    /// Whether an attack that ran under `approach` is meant.
    func covers(attack: String, approach: Approach, isJudgedByName: Bool) -> Bool {
        let isNamed = self.attack.map { $0 == attack } ?? !isJudgedByName
        return isNamed && (self.approach == nil || self.approach == approach)
    }

    /// Whether something that a policy requires is meant, or may be.
    func overlaps(_ reference: AttackReference, isJudgedByName: Bool) -> Bool {
        let isNamed = attack.map { $0 == reference.attack } ?? !isJudgedByName
        return isNamed && (approach == nil || reference.approach == nil || approach == reference.approach)
    }

    /// `attack`, `attack/approach` or `any attack/approach`.
    public var description: String {
        (attack ?? "any attack") + (approach.map { "/\($0.rawValue)" } ?? "")
    }
}
