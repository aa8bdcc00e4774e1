import AuditCore

/// A result.
public struct AuditResult: Sendable {
    /// The record.
    public let record: AuditRecord
}
