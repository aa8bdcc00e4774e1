import AuditCore

/// What a newer policy asks more, less or otherwise than an older one.
public enum PolicyComparison {
    /// The differences, gates first; empty for policies that ask the same in the same words.
    public static func changes(from old: Policy, to new: Policy) -> [PolicyChange] {
        gates(old.gates, new.gates) + attacks(old, new) + sample(old.sample, new.sample) + severity(old, new)
            + waivers(old.waivers, new.waivers) + texts(old, new)
    }

    private static func gates(_ old: [Gate], _ new: [Gate]) -> [PolicyChange] {
        let removed = old.filter { gate in !new.contains { $0.id == gate.id } }
        let changed = new.flatMap { gate in
            old.first { $0.id == gate.id }.map { GateComparison(old: $0, new: gate).changes }
                ?? [PolicyChange(.added, .gate(gate.id), gate.demand)]
        }
        return removed.map { PolicyChange(.removed, .gate($0.id), "it asked for \($0.demand)") } + changed
    }

    private static func attacks(_ old: Policy, _ new: Policy) -> [PolicyChange] {
        old.requiredAttacks.filter { !new.requiredAttacks.contains($0) }.map { PolicyChange(.removed, .attack($0)) }
            + new.requiredAttacks.filter { !old.requiredAttacks.contains($0) }.map { PolicyChange(.added, .attack($0)) }
    }

    private static func sample(_ old: SampleSize, _ new: SampleSize) -> [PolicyChange] {
        guard old != new else { return [] }
        let isLooser = new.members < old.members || new.nonMembers < old.nonMembers
        return [PolicyChange(isLooser ? .loosened : .tightened, .sample, "\(old) becomes \(new)")]
    }

    private static func severity(_ old: Policy, _ new: Policy) -> [PolicyChange] {
        var changes = old.severityRules.filter { !new.severityRules.contains($0) }
            .map { PolicyChange(.removed, .severity, $0.words) }
        changes += new.severityRules.filter { !old.severityRules.contains($0) }
            .map { PolicyChange(.added, .severity, $0.words) }
        if old.matrix != new.matrix {
            let isLower = zip(old.matrix.rows.joined(), new.matrix.rows.joined()).contains { $0 > $1 }
            changes.append(
                PolicyChange(
                    isLower ? .loosened : .tightened,
                    .matrix,
                    isLower ? "a risk is lower" : "no risk is lower"
                )
            )
        }
        return changes
    }

    private static func waivers(_ old: [Waiver], _ new: [Waiver]) -> [PolicyChange] {
        let gates = (old + new).map(\.gate).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return gates.compactMap { gate in
            let before = old.filter { $0.gate == gate }.map(\.expires).max()
            let after = new.filter { $0.gate == gate }.map(\.expires).max()
            switch (before, after) {
            case (nil, let day?): return PolicyChange(.added, .waiver(gate), "until the end of \(day), UTC")
            case (let day?, nil): return PolicyChange(.removed, .waiver(gate), "it counted until \(day)")
            case (let before?, let after?) where before != after:
                let kind: PolicyChange.Kind = after > before ? .loosened : .tightened
                return PolicyChange(kind, .waiver(gate), "until \(before) becomes until \(after)")
            default: return nil
            }
        }
    }

    private static func texts(_ old: Policy, _ new: Policy) -> [PolicyChange] {
        var changed: [String] = []
        if old.title != new.title { changed.append("title") }
        if old.purpose != new.purpose { changed.append("purpose") }
        if old.limits != new.limits { changed.append("limits") }
        return changed.isEmpty ? [] : [PolicyChange(.reworded, .text, changed.joined(separator: ", "))]
    }
}

extension SampleSize: CustomStringConvertible {
    /// The two numbers in words.
    public var description: String {
        "\(PolicyNumbers.count(members)) members and \(PolicyNumbers.count(nonMembers)) non-members"
    }
}
