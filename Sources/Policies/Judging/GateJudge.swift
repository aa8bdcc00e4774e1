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
        let opinions = selected.map { judge(for: $0).opinion(on: $0) }
        let failing = opinions.filter { $0.outcome == .fail }
        let counting = opinions.filter { $0.outcome == .fail || learned($0) != false }
        let opinion = GateOpinion(gate: gate, opinions: counting.isEmpty ? opinions : counting)
        let gaps = failing.isEmpty ? gaps(opinions, isSilent: counting.isEmpty) : []
        return opinion.concluded(gaps: gaps, failedChecks: evidence.failedChecks)
    }

    private func judge(for measurement: Measurement) -> MeasurementJudge {
        let smallest = evidence.attacks.first { $0.id == measurement.attack }?.smallestSample ?? 0
        return MeasurementJudge(
            gate: gate,
            sample: SampleSize(
                members: max(policy.sample.members, smallest),
                nonMembers: max(policy.sample.nonMembers, smallest)
            )
        )
    }

    /// The figures the gate covers; of several for one attack, approach and size the one at the gate's confidence.
    private var selected: [Measurement] {
        var chosen: [String: Measurement] = [:]
        var order: [String] = []
        for measurement in evidence.measurements where measurement.statistic == gate.statistic && covers(measurement) {
            let key = "\(measurement.attack)/\(measurement.approach.rawValue)/\(measurement.shadowSize)"
            if chosen[key] == nil { order.append(key) }
            if chosen[key] == nil || measurement.interval?.confidence == gate.confidence { chosen[key] = measurement }
        }
        return order.compactMap { chosen[$0] }
    }

    private func covers(_ measurement: Measurement) -> Bool {
        switch gate.attacks {
        case .worstOf: !isControl(measurement.attack)
        case .listed(let references):
            references.contains { $0.covers(attack: measurement.attack, approach: measurement.approach) }
        }
    }

    private func isControl(_ attack: String) -> Bool {
        evidence.attacks.contains { $0.id == attack && $0.isControl }
    }

    /// The attacks that must have spoken for the gate to pass.
    private var needed: [AttackReference] {
        switch gate.attacks {
        case .worstOf: policy.requiredAttacks.filter { !isControl($0.attack) && !leftNoTrace($0) }
        case .listed(let references): references
        }
    }

    /// A required attack without descriptor may be a control; the judgement names it as missing, not every gate.
    private func leftNoTrace(_ reference: AttackReference) -> Bool {
        reference.approach == nil && !evidence.attacks.contains { $0.id == reference.attack }
    }

    private func learned(_ opinion: Opinion) -> Bool? {
        let measurement = opinion.measurement
        if isControl(measurement.attack) || measurement.approach == .none { return true }
        return evidence.learned(attack: measurement.attack, approach: measurement.approach)
    }

    /// Why the gate cannot pass although nothing violates it; the ends of sentences.
    private func gaps(_ opinions: [Opinion], isSilent: Bool) -> [Phrase] {
        var gaps: [Phrase] = []
        for reference in needed {
            let own = opinions.filter {
                reference.covers(attack: $0.measurement.attack, approach: $0.measurement.approach)
            }
            if own.isEmpty {
                gaps.append(Phrase(key: "gap.not-measured", ["attack": .words("\(reference)")]))
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
                    ? Phrase(key: "gap.nothing-measured", ["statistic": .phrase(gate.statistic.title)])
                    : Phrase(key: "gap.nothing-learned")
            )
        }
        return gaps
    }
}
