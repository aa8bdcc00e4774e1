import AuditCore

extension Policy {
    /// What of the policy can be asked of one of several looks at the same records, at confidences that hold for all looks
    /// together (Bonferroni: c becomes 1 − (1 − c) / looks).
    ///
    /// Gates and required attacks that no attack of the look answers to are left out; what they would ask is another audit's
    /// matter.
    ///
    /// - Parameters:
    ///   - attacks: the attacks that ran, controls included.
    ///   - approach: how they used the layers.
    ///   - looks: how often the records are looked at, from 1.
    public func restricted(to attacks: [AttackDescriptor], approach: Approach, looks: Int) -> Policy {
        let judged = attacks.filter { !$0.isControl && $0.population == .source }
        return Policy(
            id: id,
            title: title,
            version: version,
            purpose: purpose,
            limits: limits,
            sample: sample,
            requiredAttacks: requiredAttacks.filter { reference in
                judged.contains { reference.covers(attack: $0.id, approach: approach) }
            },
            severityRules: severityRules,
            matrix: matrix,
            gates: gates.compactMap { $0.asked(of: judged, approach, looks) },
            waivers: waivers,
            sources: sources,
            weakenings: weakenings,
            ignoredExtensions: ignoredExtensions
        )
    }
}

extension Gate {
    /// The gate as it is asked of some attacks; nil where it is about none of them.
    fileprivate func asked(of attacks: [AttackDescriptor], _ approach: Approach, _ looks: Int) -> Gate? {
        // Attacks on the training population as a whole have no shadow models of an approach.
        guard statistic != .attributeAUC, !attacks.isEmpty else { return nil }
        let selection: AttackSelection
        switch self.attacks {
        case .worstOf: selection = .worstOf
        case .worstAmong(let patterns):
            let own = patterns.filter { pattern in
                attacks.contains { pattern.covers(attack: $0.id, approach: approach, isJudgedByName: false) }
            }
            guard !own.isEmpty else { return nil }
            selection = .worstAmong(own)
        case .listed(let references):
            let own = references.filter { reference in
                attacks.contains { reference.covers(attack: $0.id, approach: approach) }
            }
            guard !own.isEmpty else { return nil }
            selection = .listed(own)
        }
        return Gate(
            id: id,
            title: title,
            statistic: statistic,
            bound: bound,
            threshold: threshold,
            confidence: 1 - (1 - confidence) / Double(max(1, looks)),
            severity: severity,
            attacks: selection,
            group: group,
            legalBasis: legalBasis,
            rationale: rationale
        )
    }
}
