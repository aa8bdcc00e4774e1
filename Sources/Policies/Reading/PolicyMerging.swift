import AuditCore
import Diagnostics
import XML

extension PolicyParser {
    /// The policy that a draft makes on top of what it extends; nil when something it needs is missing or wrong.
    ///
    /// - Parameters:
    ///   - draft: what the file says.
    ///   - base: the policy it extends; nil when it extends none.
    ///   - source: the file.
    mutating func policy(_ draft: PolicyDraft, on base: Policy?, source: PolicySource) -> Policy? {
        if base == nil { checkCompleteness(draft) }
        var reasons: [PolicyChange.Subject: String] = [:]
        let gates = gates(draft, on: base, reasons: &reasons)
        let required = required(draft, on: base, reasons: &reasons)
        let names = gates.map(\.id) + draft.gates.filter { $0.gate == nil }.compactMap { $0.node.attribute("id") }
        for (node, waiver) in draft.waivers { checkGate(waiver.gate, of: node, among: names) }
        if let reason = draft.sample?.child("reason")?.text.normalised { reasons[.sample] = reason }
        if let reason = draft.matrix?.node.child("reason")?.text.normalised { reasons[.matrix] = reason }
        for (_, waiver) in draft.waivers { reasons[.waiver(waiver.gate)] = waiver.reason }
        let root = draft.root
        guard let id = root.attribute("id"), let title = root.attribute("title")?.normalised,
            let version = root.attribute("version"), let purpose = draft.text("purpose") ?? base?.purpose,
            let limits = draft.text("limits") ?? base?.limits, let sample = draft.sampleSize ?? base?.sample,
            !draft.gates.contains(where: { $0.gate == nil })
        else { return nil }
        let ownRules = draft.rules.filter { base?.severityRules.contains($0) != true }
        let policy = Policy(
            id: id,
            title: title,
            version: version,
            purpose: purpose,
            limits: limits,
            sample: sample,
            requiredAttacks: required,
            severityRules: (base?.severityRules ?? []) + ownRules,
            matrix: draft.matrix?.matrix ?? base?.matrix ?? .standard,
            gates: gates,
            waivers: (base?.waivers.filter { waiver in gates.contains { $0.id == waiver.gate } } ?? [])
                + draft.waivers.map(\.waiver),
            sources: [source] + (base?.sources ?? []),
            ignoredExtensions: draft.ignoredExtensions + (base?.ignoredExtensions ?? [])
        )
        guard let base else { return policy }
        return explained(policy, on: base, draft, reasons)
    }

    /// The policy with what it weakens; a weakening without a reason is an issue.
    private mutating func explained(
        _ policy: Policy,
        on base: Policy,
        _ draft: PolicyDraft,
        _ reasons: [PolicyChange.Subject: String]
    ) -> Policy {
        var weakenings = base.weakenings
        for change in PolicyComparison.changes(from: base, to: policy) where change.isWeaker {
            if let reason = reasons[change.subject] {
                weakenings.append(
                    PolicyWeakening(
                        policy: policy.id,
                        base: base.id,
                        subject: change.subject,
                        sentence: "\(change)",
                        reason: reason
                    )
                )
            } else {
                add(
                    .silentWeakening,
                    node(of: change.subject, in: draft),
                    nil,
                    "the policy asks less than '\(base.id)' without a reason: \(change)",
                    remedy: "Add a `reason` element, or ask no less than the extended policy."
                )
            }
        }
        return policy.weakened(weakenings)
    }

    private func node(of subject: PolicyChange.Subject, in draft: PolicyDraft) -> XMLNode {
        switch subject {
        case .gate(let id): draft.overrides.first { $0.attribute("gate") == id } ?? draft.root
        case .sample: draft.sample ?? draft.root
        case .matrix: draft.matrix?.node ?? draft.root
        default: draft.root
        }
    }

    private mutating func checkCompleteness(_ draft: PolicyDraft) {
        let names = ["purpose", "limits", "requires"].filter { draft.root.child($0) == nil }
        var missing = names + (draft.gates.isEmpty ? ["gate"] : [])
        if let requires = draft.root.child("requires") {
            missing += ["sample", "attack"].filter { requires.child($0) == nil }
        }
        for name in missing {
            add(
                .incomplete,
                name == "sample" || name == "attack" ? draft.root.child("requires") ?? draft.root : draft.root,
                nil,
                "the policy has no '\(name)' and extends no policy that has one",
                remedy: "Add the element '\(name)', or let the policy extend another with extends=\"NAME\"."
            )
        }
        for node in draft.overrides + draft.removals {
            add(
                .unknownBase,
                node,
                nil,
                "the policy extends none, so there is nothing to \(node.name)",
                remedy: "Name what it extends with extends=\"NAME\" on the root, or remove the element."
            )
        }
    }

    /// A waiver or change must be about a gate there is.
    mutating func checkGate(_ gate: String, of node: XMLNode, among gates: [String]) {
        guard !gates.contains(gate) else { return }
        add(
            .unknownGate,
            node,
            "gate",
            "there is no gate '\(gate)'",
            remedy: NearestName.hint(gate, among: gates)
        )
    }
}
