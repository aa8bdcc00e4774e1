import AuditCore

/// The part of the records that a gate judges.
public struct GroupScope: Sendable, Hashable, CustomStringConvertible {
    /// What the records of a group have in common.
    public let kind: RecordGroup.Kind
    /// Which group it is; nil for the worst of them all.
    public let name: String?
    /// The smallest sample in a group; nil for the policy's.
    public let sample: SampleSize?

    /// Means a group, or the worst one.
    public init(kind: RecordGroup.Kind, name: String?, sample: SampleSize? = nil) {
        self.kind = kind
        self.name = name
        self.sample = sample
    }

    /// `the worst class` or `class 'name'`, as reports say it.
    var phrase: Phrase {
        name.map { RecordGroup(kind: kind, name: $0).phrase } ?? Phrase(key: "group.worst-\(kind.rawValue)")
    }

    /// `the worst class` or `class 'name'`.
    public var description: String {
        name.map { RecordGroup(kind: kind, name: $0).description } ?? "the worst \(kind.rawValue)"
    }
}
