import Diagnostics

/// Why a policy cannot be used; carries every issue found, not only the first.
public struct PolicyError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is no such file.
        case fileNotFound = "file-not-found"
        /// The file cannot be read as XML.
        case unreadable
        /// No shipped policy has this name.
        case unknownPolicy = "unknown-policy"
        /// The content is not what the schema allows.
        case schema
        /// A gate judges a statistic that does not exist.
        case unknownStatistic = "unknown-statistic"
        /// An attack that does not exist.
        case unknownAttack = "unknown-attack"
        /// An approach that does not exist, or under which the attack cannot run.
        case unknownApproach = "unknown-approach"
        /// Two gates have the same id.
        case duplicateGate = "duplicate-gate"
        /// A waiver names a gate that does not exist.
        case unknownGate = "unknown-gate"
        /// A threshold that every, or no, measurement would respect.
        case impossibleThreshold = "impossible-threshold"
        /// A bound that the statistic cannot be held to.
        case impossibleBound = "impossible-bound"
        /// A confidence outside (0.5, 1).
        case impossibleConfidence = "impossible-confidence"
        /// A gate that lists no attack, or lists one without an id.
        case attackSelection = "attack-selection"
        /// A group of records for which the record does not hold what the gate judges.
        case impossibleGroup = "impossible-group"
        /// A day that is not in the calendar.
        case impossibleDate = "impossible-date"
        /// A risk matrix in which more danger makes less risk.
        case impossibleMatrix = "impossible-matrix"
        /// Something that a policy lacks and does not inherit.
        case incomplete
        /// A change to something that the extended policy does not have, or of a policy that extends none.
        case unknownBase = "unknown-base"
        /// Policies that extend each other in a circle.
        case cyclicExtends = "cyclic-extends"
        /// Too many policies that extend one another.
        case tooDeep = "too-deep"
        /// Something of the extended policy is weakened without a reason.
        case silentWeakening = "silent-weakening"
        /// An extension that is critical and that this version does not know.
        case unknownCritical = "unknown-critical"
        /// The schema inside the program does not compile.
        case brokenSchema = "broken-schema"
    }

    /// Every issue, in the order of the file; at least one.
    public let issues: [PolicyIssue]
    /// The first issue's code.
    public let code: Code
    /// The first issue's place.
    public let location: Location
    /// The first issue, and how many more there are.
    public let summary: String
    /// The further issues, one a line; nil when there is one only.
    public let cause: String?
    /// What to do about the first issue.
    public let remedy: String

    /// `policy.<code>`.
    public var id: String { "policy.\(code.rawValue)" }

    /// Makes an error from its issues.
    init(first: PolicyIssue, more: [PolicyIssue] = []) {
        issues = [first] + more
        code = first.code
        location = first.location
        summary = first.summary + (more.isEmpty ? "" : " (and \(more.count) more)")
        let further = more.map { "\($0.location): \($0.summary) \($0.remedy)" }
        cause = more.isEmpty ? nil : further.joined(separator: "\n         ")
        remedy = first.remedy
    }
}
