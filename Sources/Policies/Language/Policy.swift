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
    /// Which risk a likelihood and a severity make together.
    public let matrix: RiskMatrix
    /// The gates, in the order of the file; those of the policy it extends first.
    public let gates: [Gate]
    /// The waivers, in the order of the file; expired ones included.
    public let waivers: [Waiver]
    /// The files it was read from: its own first, then what it extends.
    public let sources: [PolicySource]
    /// In what it, or a policy it extends, asks less than the one it extends.
    public private(set) var weakenings: [PolicyWeakening]
    /// Names of extensions that are not critical and that this version ignores.
    public let ignoredExtensions: [String]

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
        matrix: RiskMatrix = .standard,
        gates: [Gate],
        waivers: [Waiver] = [],
        sources: [PolicySource] = [],
        weakenings: [PolicyWeakening] = [],
        ignoredExtensions: [String] = []
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.purpose = purpose
        self.limits = limits
        self.sample = sample
        self.requiredAttacks = requiredAttacks
        self.severityRules = severityRules
        self.matrix = matrix
        self.gates = gates
        self.waivers = waivers
        self.sources = sources
        self.weakenings = weakenings
        self.ignoredExtensions = ignoredExtensions
    }

    /// The same policy, with what it weakens.
    func weakened(_ weakenings: [PolicyWeakening]) -> Policy {
        var policy = self
        policy.weakenings = weakenings
        return policy
    }

    /// The bytes of its files one after the other, its own first, for the digest: `cat OWN BASE | sha256sum`.
    public var bytes: [UInt8] { sources.flatMap(\.bytes) }

    /// The file's path, or the name of a shipped policy's file.
    public var file: String { sources.first?.file ?? "" }

    /// The confidence levels at which intervals are needed, ascending.
    public var confidences: [Double] { Set(gates.map(\.confidence)).sorted() }

    /// The confidence levels at which intervals of `statistic` are needed, ascending; empty when no gate judges it.
    public func confidences(of statistic: Statistic) -> [Double] {
        Set(gates.filter { $0.statistic == statistic }.map(\.confidence)).sorted()
    }
}
