import AuditCore
import Diagnostics
import XML

extension PolicyParser {
    /// The gate in `node`; nil when something it needs is missing or wrong.
    mutating func gate(_ node: XMLNode) -> Gate? {
        let statistic = statistic(of: node)
        let bound = node.attribute("bound").flatMap(Bound.init)
        let threshold = node.attribute("threshold").flatMap(Double.init)
        if let statistic, let bound, let threshold { check(node, statistic, bound, threshold) }
        let confidence = confidence(of: node)
        let selection = selection(of: node, isListed: node.attribute("attacks") == "listed") ?? .worstOf
        let group = group(of: node, judging: statistic)
        for node in node.children("extension") { _ = ignored(node) }
        guard let statistic, let bound, let threshold, let confidence, let id = node.attribute("id"),
            let title = node.attribute("title")?.normalised,
            let severity = node.attribute("severity").flatMap(Severity.init),
            let legalBasis = node.child("legalBasis")?.text.normalised,
            let rationale = node.child("rationale")?.text.normalised
        else { return nil }
        return Gate(
            id: id,
            title: title,
            statistic: statistic,
            bound: bound,
            threshold: threshold,
            confidence: confidence,
            severity: severity,
            attacks: selection,
            group: group,
            legalBasis: legalBasis,
            rationale: rationale
        )
    }

    /// The confidence that `node` asks for; nil where it gives none.
    mutating func confidence(of node: XMLNode) -> Double? {
        let confidence = node.attribute("confidence").flatMap(Double.init)
        if let confidence, !(confidence > 0.5 && confidence < 1) {
            add(
                .impossibleConfidence,
                node,
                "confidence",
                "a confidence of \(confidence) cannot be judged",
                remedy: "Use a confidence above 0.5 and below 1, such as 0.95."
            )
        }
        return confidence
    }

    /// The attacks named by the children of `node`.
    mutating func attacks(in node: XMLNode) -> [AttackReference] {
        node.children("attack").compactMap { reference($0) }
    }

    mutating func reference(_ node: XMLNode) -> AttackReference? {
        guard let id = node.attribute("id") else { return nil }
        guard let descriptor = knownAttacks.first(where: { $0.id == id }) else {
            add(
                .unknownAttack,
                node,
                "id",
                "there is no attack '\(id)'",
                remedy: NearestName.hint(id, among: knownAttacks.map(\.id))
            )
            return nil
        }
        guard let name = node.attribute("approach") else { return AttackReference(attack: id) }
        guard let approach = Approach(rawValue: name), descriptor.approaches.contains(approach) else {
            add(
                .unknownApproach,
                node,
                "approach",
                "the attack '\(id)' cannot run under the approach '\(name)'",
                remedy: NearestName.hint(name, among: descriptor.approaches.map(\.rawValue))
            )
            return nil
        }
        return AttackReference(attack: id, approach: approach)
    }

    private mutating func statistic(of node: XMLNode) -> Statistic? {
        guard let name = node.attribute("statistic") else { return nil }
        if let statistic = Statistic(rawValue: name) { return statistic }
        add(
            .unknownStatistic,
            node,
            "statistic",
            "there is no statistic '\(name)'",
            remedy: NearestName.hint(name, among: Statistic.allCases.map(\.rawValue))
        )
        return nil
    }

    /// A gate must be able to pass and to fail.
    mutating func check(_ node: XMLNode, _ statistic: Statistic, _ bound: Bound, _ threshold: Double) {
        if statistic == .epsilonLowerBound, bound == .atLeast {
            return add(
                .impossibleBound,
                node,
                "bound",
                "an ε lower bound cannot be held to 'at-least'",
                remedy: "Use bound=\"at-most\"."
            )
        }
        let range = statistic.range
        let isVacuous = bound == .atMost ? threshold >= range.upperBound : threshold <= range.lowerBound
        let guessing = bound == .atMost && statistic != .epsilonLowerBound ? statistic.chance : nil
        let isHopeless =
            bound == .atMost
            ? threshold < range.lowerBound || guessing.map { threshold <= $0 } ?? false
            : threshold > range.upperBound
        guard isVacuous || isHopeless || !threshold.isFinite else { return }
        let lowest = guessing.map { "above \($0), which guessing reaches," } ?? "of at least \(range.lowerBound)"
        add(
            .impossibleThreshold,
            node,
            "threshold",
            "\(bound.rawValue) \(threshold) for \(statistic.rawValue) is \(isVacuous ? "always" : "never") respected",
            remedy: bound == .atMost
                ? "Use a threshold \(lowest) and below \(range.upperBound)."
                : "Use a threshold above \(range.lowerBound) and of at most \(range.upperBound)."
        )
    }
}

extension Statistic {
    /// The values it can take.
    fileprivate var range: ClosedRange<Double> {
        switch self {
        case .advantage: -1...1
        case .epsilonLowerBound: 0 ... .infinity
        default: 0...1
        }
    }
}
