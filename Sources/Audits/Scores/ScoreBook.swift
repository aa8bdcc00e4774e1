import Attacks
import AuditCore
import ShadowModels

/// Everything the report's figures are computed from, record by record: the content of `scores.h5`.
///
/// Members stand first, then non-members, each in the order of its own set.
public struct ScoreBook: Sendable {
    /// Whose training set the members belong to.
    public let population: Population
    /// Number of members.
    public let members: Int
    /// Label of each audited record.
    public let labels: [Int]
    /// Number of classes K.
    public let classes: Int
    /// Subject of each audited record, where subjects are named.
    public let subjects: [String]?
    /// The source model's answers (N, K); nil for records of the target's task.
    public let source: Answers?
    /// The target models' answers (N, K_t), by the recipient's approach.
    public let target: [Approach: Answers]
    /// One entry per attack, approach, size and repeat.
    public let runs: [AttackRun]

    /// Collects the scores of an audit.
    public init(
        population: Population = .source,
        members: Int,
        labels: [Int],
        classes: Int,
        subjects: [String]?,
        source: Answers?,
        target: [Approach: Answers],
        runs: [AttackRun]
    ) {
        self.population = population
        self.members = members
        self.labels = labels
        self.classes = classes
        self.subjects = subjects
        self.source = source
        self.target = target
        self.runs = runs
    }

    /// Number of non-members.
    public var nonMembers: Int { labels.count - members }

    /// The runs of the same attack, approach and size, one list per combination, in order of first appearance.
    public var groups: [[AttackRun]] {
        var order: [String] = []
        var groups: [String: [AttackRun]] = [:]
        for run in runs {
            let key = "\(run.attack)/\(run.approach.rawValue)/\(run.size)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(run)
        }
        return order.compactMap { groups[$0] }
    }
}
