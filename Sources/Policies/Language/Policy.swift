import AuditCore

/// A policy: what must have run, and within which thresholds the measurements must stay.
public struct Policy: Sendable, Hashable {
    /// The short name, such as `gdpr-baseline`.
    public let id: String
    /// The title.
    public let title: String
    /// The version of the policy's content.
    public let version: String
    /// What it is for.
    public let purpose: String
    /// What it does not cover.
    public let limits: String
    /// The smallest sample a measurement must rest on.
    public let sample: SampleSize
    /// The attacks that must have run.
    public let requiredAttacks: [AttackReference]
    /// Circumstances that make every gate's failure graver.
    public let severityRules: [SeverityRule]
    /// The gates, in the order of the file.
    public let gates: [Gate]
    /// The waivers, in the order of the file; expired ones included.
    public let waivers: [Waiver]
    /// The bytes of the file that was read, for its digest.
    public let bytes: [UInt8]
    /// The file's path, or the name of a shipped policy.
    public let file: String

    /// Records a policy; `PolicyReader` makes valid ones.
    public init(
        id: String,
        title: String,
        version: String,
        purpose: String,
        limits: String,
        sample: SampleSize,
        requiredAttacks: [AttackReference],
        severityRules: [SeverityRule] = [],
        gates: [Gate],
        waivers: [Waiver] = [],
        bytes: [UInt8] = [],
        file: String = ""
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.purpose = purpose
        self.limits = limits
        self.sample = sample
        self.requiredAttacks = requiredAttacks
        self.severityRules = severityRules
        self.gates = gates
        self.waivers = waivers
        self.bytes = bytes
        self.file = file
    }

    /// The confidence levels at which intervals are needed, ascending.
    public var confidences: [Double] { Set(gates.map(\.confidence)).sorted() }

    /// The confidence levels at which intervals of `statistic` are needed, ascending; empty when no gate judges it.
    public func confidences(of statistic: Statistic) -> [Double] {
        Set(gates.filter { $0.statistic == statistic }.map(\.confidence)).sorted()
    }
}
