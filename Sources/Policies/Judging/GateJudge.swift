import AuditCore

/// Judges one gate over every attack, approach and shadow size it covers.
///
/// An attack that could not learn at any shadow size shows nothing. Where the policy requires the attack, or the gate
/// lists it, the gate is then inconclusive; where it merely ran beside the required ones, its figures are left aside.
/// Figures that violate the threshold count in either case: what an attack achieved, it achieved.
struct GateJudge {
    let gate: Gate
    let policy: Policy
    let evidence: Evidence

    func opinion() -> GateOpinion {
        let opinions = GateFigures(gate: gate, evidence: evidence).all.map { judge(for: $0).opinion(on: $0) }
        let failing = opinions.filter { $0.outcome == .fail }
        let counting = opinions.filter { $0.outcome == .fail || learned($0) != false }
        let opinion = GateOpinion(gate: gate, opinions: counting.isEmpty ? opinions : counting)
        let gaps = failing.isEmpty ? gaps(opinions, isSilent: counting.isEmpty) : []
        let populations = Set(opinions.map(\.measurement.population))
        return opinion.concluded(
            gaps: gaps,
            failedChecks: evidence.failedChecks(of: populations.isEmpty ? [.source] : populations)
        )
    }

    private func judge(for measurement: Measurement) -> MeasurementJudge {
        if let sample = gate.group?.sample { return MeasurementJudge(gate: gate, sample: sample) }
        let smallest = evidence.attacks.first { $0.id == measurement.attack }?.smallestSample ?? 0
        // A policy's sample counts records, this figure shadow worlds.
        if measurement.statistic == .attributeAUC {
            return MeasurementJudge(gate: gate, sample: SampleSize(members: smallest, nonMembers: smallest))
        }
        return MeasurementJudge(
            gate: gate,
            sample: SampleSize(
                members: max(policy.sample.members, smallest),
                nonMembers: max(policy.sample.nonMembers, smallest)
            )
        )
    }

    /// The attacks that must have spoken for the gate to pass.
    private var needed: [AttackReference] {
        switch gate.attacks {
        case .worstOf: policy.requiredAttacks.filter { !evidence.isJudgedByName($0.attack) && !leftNoTrace($0) }
        case .worstAmong(let patterns):
            policy.requiredAttacks.filter { reference in
                !leftNoTrace(reference)
                    && patterns.contains {
                        $0.overlaps(reference, isJudgedByName: evidence.isJudgedByName(reference.attack))
                    }
            }
        case .listed(let references): references
        }
    }

    /// A required attack without descriptor may be a control; the judgement names it as missing, not every gate.
    private func leftNoTrace(_ reference: AttackReference) -> Bool {
        reference.approach == nil && !evidence.attacks.contains { $0.id == reference.attack }
    }

    private func learned(_ opinion: Opinion) -> Bool? {
        let measurement = opinion.measurement
        if evidence.isControl(measurement.attack) || measurement.approach == .none { return true }
        return evidence.learned(attack: measurement.attack, approach: measurement.approach)
    }

    /// What is missing, with the part of the records in which it is.
    private func within(_ gap: Phrase) -> Phrase {
        guard let group = gate.group else { return gap }
        return Phrase(key: "gap.in-group", ["gap": .phrase(gap), "group": .phrase(group.phrase)])
    }

    /// Why the gate cannot pass although nothing violates it; the ends of sentences.
    private func gaps(_ opinions: [Opinion], isSilent: Bool) -> [Phrase] {
        var gaps: [Phrase] = []
        for reference in needed {
            let own = opinions.filter {
                reference.covers(attack: $0.measurement.attack, approach: $0.measurement.approach)
            }
            if own.isEmpty {
                gaps.append(within(Phrase(key: "gap.not-measured", ["attack": .words("\(reference)")])))
            } else if own.allSatisfy({ learned($0) == false }) {
                gaps.append(Phrase(key: "gap.could-not-learn", ["attack": .words("\(reference)")]))
            }
        }
        var unrecorded: [String] = []
        for opinion in opinions where learned(opinion) == nil {
            let name = "\(opinion.measurement.attack)/\(opinion.measurement.approach.rawValue)"
            if !unrecorded.contains(name) { unrecorded.append(name) }
        }
        gaps += unrecorded.map { Phrase(key: "gap.learning-unrecorded", ["attack": .words($0)]) }
        if gaps.isEmpty && isSilent {
            gaps.append(
                opinions.isEmpty
                    ? within(Phrase(key: "gap.nothing-measured", ["statistic": .phrase(gate.statistic.title)]))
                    : Phrase(key: "gap.nothing-learned")
            )
        }
        return gaps
    }
}
