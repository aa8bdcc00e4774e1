import AuditCore
import Diagnostics
import XML

extension PolicyParser {
    /// Which attacks the children of `node` select; nil when it names none.
    ///
    /// - Parameters:
    ///   - node: a gate, or the override of one.
    ///   - isListed: whether every one of them must have spoken.
    mutating func selection(of node: XMLNode, isListed: Bool) -> AttackSelection? {
        let children = node.children("attack")
        if isListed {
            if children.isEmpty {
                add(
                    .attackSelection,
                    node,
                    "attacks",
                    "the gate lists no attack",
                    remedy: "Add `attack` elements, or judge the worst of all with attacks=\"worst-of\"."
                )
            }
            for child in children where child.attribute("id") == nil {
                add(
                    .attackSelection,
                    child,
                    "approach",
                    "an attack that must have spoken needs an id",
                    remedy: "Name the attack, or judge the worst of those that ran with attacks=\"worst-of\"."
                )
            }
            return .listed(attacks(in: node))
        }
        return children.isEmpty ? nil : .worstAmong(children.compactMap { pattern($0) })
    }

    private mutating func pattern(_ node: XMLNode) -> AttackPattern? {
        if node.attribute("id") != nil {
            return reference(node).map { AttackPattern(attack: $0.attack, approach: $0.approach) }
        }
        guard let name = node.attribute("approach") else {
            add(
                .attackSelection,
                node,
                nil,
                "the element means every attack, as the gate does without it",
                remedy: "Name an attack, an approach or both, or remove the element."
            )
            return nil
        }
        return Approach(rawValue: name).map { AttackPattern(attack: nil, approach: $0) }
    }

    /// The group that `node` judges; nil for all records.
    mutating func group(of node: XMLNode, judging statistic: Statistic?) -> GroupScope? {
        guard let child = node.child("group"), let of = child.attribute("of") else { return nil }
        let name = child.attribute("name")
        let hasSample = child.attribute("members") != nil || child.attribute("nonMembers") != nil
        let sample = SampleSize(child)
        guard let kind = RecordGroup.Kind(rawValue: of) else {
            if of == "all", name != nil || hasSample {
                add(
                    .impossibleGroup,
                    child,
                    "of",
                    "all records have neither a name nor a sample of their own",
                    remedy: "Leave the other attributes out, or judge a group."
                )
            }
            return nil
        }
        if hasSample, sample == nil {
            add(
                .impossibleGroup,
                child,
                child.attribute("members") == nil ? "nonMembers" : "members",
                "the sample of a group is not complete",
                remedy: "Give both members and nonMembers, or neither."
            )
        }
        checkFigure(of: kind, child, statistic)
        return GroupScope(kind: kind, name: name, sample: sample)
    }

    /// A gate over a group judges what the record holds of the group.
    mutating func checkFigure(of kind: RecordGroup.Kind, _ node: XMLNode, _ statistic: Statistic?) {
        guard let statistic, !kind.figures.contains(statistic) else { return }
        add(
            .impossibleGroup,
            node,
            "of",
            "a record holds no interval of \(statistic.rawValue) by \(kind.rawValue)",
            remedy: "Judge one of: \(kind.figures.map(\.rawValue).joined(separator: ", "))."
        )
    }
}

extension RecordGroup.Kind {
    /// What a record holds of each such group, with an interval.
    var figures: [Statistic] {
        switch self {
        case .class: ClassMeasurement.figures
        }
    }
}
