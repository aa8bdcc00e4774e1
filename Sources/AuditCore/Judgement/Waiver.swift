/// A named person's acceptance of a gate that does not pass.
public struct Waiver: Sendable, Hashable {
    /// The gate's id.
    public let gate: String
    /// Who accepted it.
    public let approver: String
    /// Why.
    public let reason: String
    /// The last day it counts, `YYYY-MM-DD` in UTC.
    public let expires: String

    /// Records a waiver.
    public init(gate: String, approver: String, reason: String, expires: String) {
        self.gate = gate
        self.approver = approver
        self.reason = reason
        self.expires = expires
    }
}
