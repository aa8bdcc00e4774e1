/// A plan.
public struct AuditPlan: Sendable, CustomStringConvertible {
    /// Lines.
    public let description: String
}
