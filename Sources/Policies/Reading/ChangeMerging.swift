import AuditCore
import Diagnostics
import XML

extension PolicyParser {
    /// The gates: those of the extended policy, overridden or removed, then the file's own.
    mutating func gates(
        _ draft: PolicyDraft,
        on base: Policy?,
        reasons: inout [PolicyChange.Subject: String]
    ) -> [Gate] {
        var gates = base?.gates ?? []
        let known = gates.map(\.id)
        var changed: Set<String> = []
        for node in base == nil ? [] : draft.overrides + draft.removals {
            guard let id = node.attribute("gate") else { continue }
            checkGate(id, of: node, among: known)
            if !changed.insert(id).inserted {
                add(
                    .duplicateGate,
                    node,
                    "gate",
                    "the gate '\(id)' is changed twice",
                    remedy: "Change each gate once."
                )
            }
            if let reason = node.child("reason")?.text.normalised { reasons[.gate(id)] = reason }
            guard let index = gates.firstIndex(where: { $0.id == id }) else { continue }
            if node.name == "remove" {
                gates.remove(at: index)
            } else {
                gates[index] = overridden(gates[index], by: node)
            }
        }
        for (node, gate) in draft.gates {
            guard let gate else { continue }
            if known.contains(gate.id) {
                add(
                    .duplicateGate,
                    node,
                    "id",
                    "the extended policy has a gate '\(gate.id)' already",
                    remedy: "Change it with an `override` element, or give the new gate another id."
                )
            } else {
                gates.append(gate)
            }
        }
        return gates
    }

    /// The gate with what `node` gives instead.
    private mutating func overridden(_ gate: Gate, by node: XMLNode) -> Gate {
        let threshold = node.attribute("threshold").flatMap(Double.init) ?? gate.threshold
        if node.attribute("threshold") != nil { check(node, gate.statistic, gate.bound, threshold) }
        let confidence = confidence(of: node)
        let group = node.child("group") == nil ? gate.group : group(of: node, judging: gate.statistic)
        return Gate(
            id: gate.id,
            title: node.attribute("title")?.normalised ?? gate.title,
            statistic: gate.statistic,
            bound: gate.bound,
            threshold: threshold,
            confidence: confidence ?? gate.confidence,
            severity: node.attribute("severity").flatMap(Severity.init) ?? gate.severity,
            attacks: selection(of: node, instead: gate.attacks),
            group: group,
            legalBasis: node.child("legalBasis")?.text.normalised ?? gate.legalBasis,
            rationale: node.child("rationale")?.text.normalised ?? gate.rationale
        )
    }

    private mutating func selection(of node: XMLNode, instead old: AttackSelection) -> AttackSelection {
        switch node.attribute("attacks") {
        case "listed": return selection(of: node, isListed: true) ?? old
        case "worst-of": return selection(of: node, isListed: false) ?? .worstOf
        default:
            guard node.child("attack") != nil else { return old }
            if case .listed = old { return selection(of: node, isListed: true) ?? old }
            return selection(of: node, isListed: false) ?? old
        }
    }

    /// The required attacks: those of the extended policy that are not removed, then the file's own.
    mutating func required(
        _ draft: PolicyDraft,
        on base: Policy?,
        reasons: inout [PolicyChange.Subject: String]
    ) -> [AttackReference] {
        var required = base?.requiredAttacks ?? []
        for node in draft.removals where base != nil {
            guard let attack = node.attribute("attack") else {
                if node.attribute("gate") == nil {
                    add(
                        .unknownBase,
                        node,
                        nil,
                        "nothing is named that would be removed",
                        remedy: "Name a gate or a required attack of the extended policy."
                    )
                }
                continue
            }
            let removed = AttackReference(
                attack: attack,
                approach: node.attribute("approach").flatMap(Approach.init)
            )
            guard let index = required.firstIndex(of: removed) else {
                add(
                    .unknownBase,
                    node,
                    "attack",
                    "the extended policy does not require '\(removed)'",
                    remedy: NearestName.hint("\(removed)", among: required.map(\.description))
                )
                continue
            }
            required.remove(at: index)
            reasons[.attack(removed)] = node.child("reason")?.text.normalised
        }
        return required + draft.required.filter { !required.contains($0) }
    }
}
