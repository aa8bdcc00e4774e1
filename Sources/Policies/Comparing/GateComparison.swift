import AuditCore

/// What a gate asks more, less or otherwise than a gate with the same id.
struct GateComparison {
    let old: Gate
    let new: Gate

    var changes: [PolicyChange] {
        if old.statistic != new.statistic || old.bound != new.bound {
            return [change(.changed, "\(old.demand) becomes \(new.demand)")]
        }
        var changes: [PolicyChange] = []
        if old.threshold != new.threshold {
            let isLooser = (new.threshold > old.threshold) == (old.bound == .atMost)
            changes.append(
                step(isLooser, "threshold", PolicyNumbers.exact(old.threshold), PolicyNumbers.exact(new.threshold))
            )
        }
        if old.confidence != new.confidence {
            changes.append(
                step(
                    new.confidence < old.confidence,
                    "confidence",
                    PolicyNumbers.percent(old.confidence),
                    PolicyNumbers.percent(new.confidence)
                )
            )
        }
        if old.severity != new.severity {
            changes.append(
                step(new.severity < old.severity, "severity", old.severity.rawValue, new.severity.rawValue)
            )
        }
        changes += scope
        if old.title != new.title || old.legalBasis != new.legalBasis || old.rationale != new.rationale {
            changes.append(change(.reworded, "title, legal basis or rationale"))
        }
        return changes
    }

    /// Differences in the attacks and in the group.
    private var scope: [PolicyChange] {
        var changes: [PolicyChange] = []
        if old.attacks != new.attacks {
            changes.append(
                change(selectionKind, "attacks '\(old.attacks.words)' become '\(new.attacks.words)'")
            )
        }
        if old.group?.kind != new.group?.kind || old.group?.name != new.group?.name {
            // The worst of all groups covers each of them; all records and a group are different things.
            let isWider = old.group?.kind == new.group?.kind && new.group?.name == nil
            let isNarrower = old.group?.kind == new.group?.kind && old.group?.name == nil
            let words = "'\(old.group.words)' becomes '\(new.group.words)'"
            changes.append(change(isWider ? .tightened : isNarrower ? .loosened : .changed, "group \(words)"))
        } else if let before = old.group, let after = new.group, before.sample != after.sample {
            let isLooser =
                before.sample.map { before in
                    after.sample.map { $0.members < before.members || $0.nonMembers < before.nonMembers } ?? true
                } ?? true
            let words = [before.sample, after.sample].map { $0.map(\.description) ?? "the policy's" }
            changes.append(step(isLooser, "sample of each group", words[0], words[1]))
        }
        return changes
    }

    private var selectionKind: PolicyChange.Kind {
        switch (old.attacks, new.attacks) {
        case (.worstOf, _): .loosened
        case (.worstAmong(let before), .worstAmong(let after)): subset(before, after)
        case (.listed(let before), .listed(let after)): subset(before, after)
        default: .changed
        }
    }

    private func subset<Item: Hashable>(_ before: [Item], _ after: [Item]) -> PolicyChange.Kind {
        if Set(before).isSubset(of: after) { return .tightened }
        return Set(after).isSubset(of: before) ? .loosened : .changed
    }

    private func step(_ isLooser: Bool, _ what: String, _ before: String, _ after: String) -> PolicyChange {
        change(isLooser ? .loosened : .tightened, "\(what) \(before) becomes \(after)")
    }

    private func change(_ kind: PolicyChange.Kind, _ sentence: String) -> PolicyChange {
        PolicyChange(kind, .gate(new.id), sentence)
    }
}
