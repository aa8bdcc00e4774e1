import AuditCore

/// An attack, under one approach or under any.
public struct AttackReference: Sendable, Hashable, CustomStringConvertible {
    /// The attack's id.
    public let attack: String
    /// The approach; nil for any.
    public let approach: Approach?

    /// Names an attack.
    public init(attack: String, approach: Approach? = nil) {
        self.attack = attack
        self.approach = approach
    }

    /// Whether an attack that ran under `approach` is meant.
    public func covers(attack: String, approach: Approach) -> Bool {
        self.attack == attack && (self.approach == nil || self.approach == approach)
    }

    /// `attack` or `attack/approach`.
    public var description: String { approach.map { "\(attack)/\($0.rawValue)" } ?? attack }
}
