import AuditCore

extension Gate {
    /// What it asks for, such as `AUC at most 0.6 with the whole 95 % interval, over …`.
    var demand: String {
        let group = group.map { ", in \($0)" } ?? ""
        let how =
            statistic == .epsilonLowerBound
            ? "at \(PolicyNumbers.percent(confidence)) confidence"
            : "with the whole \(PolicyNumbers.percent(confidence)) interval"
        return
            "\(statistic.title) \(bound.words) \(PolicyNumbers.exact(threshold)) \(how)\(group), over \(attacks.words)"
    }
}

extension AttackSelection {
    /// Which attacks, in words.
    var words: String {
        switch self {
        case .worstOf: "the worst of all attacks on the source training set that ran, controls aside"
        case .worstAmong(let patterns): "the worst that ran of \(patterns.map(\.description).joined(separator: ", "))"
        case .listed(let references): "every one of \(references.map(\.description).joined(separator: ", "))"
        }
    }
}

extension Optional<GroupScope> {
    /// Which records, in words.
    var words: String { self?.description ?? "all records" }
}

extension SeverityRule {
    /// The circumstance, in words.
    var words: String {
        switch self {
        case .dataCategories(let categories):
            "one step graver for data of: \(categories.map(\.rawValue).joined(separator: ", "))"
        case .releases(let releases): "one step graver for release: \(releases.map(\.rawValue).joined(separator: ", "))"
        }
    }
}

extension Bound {
    /// The bound, in words.
    var words: String {
        switch self {
        case .atMost: "at most"
        case .atLeast: "at least"
        }
    }
}
