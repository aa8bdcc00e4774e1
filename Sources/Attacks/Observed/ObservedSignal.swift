import ShadowModels
import Statistics

/// An attack by one number read off models: from where on it means a member is learned on shadow models, and which way it
/// leans for members where nobody knows beforehand.
struct ObservedSignal: Sendable {
    let name: String
    let rule: ThresholdRule
    /// Whether higher numbers are known to mean members.
    var risesWithMembership = false

    /// The number of each query, turned so that higher means more likely a member.
    ///
    /// - Throws: `AttackError`.
    func scores(_ input: AttackInput) throws(AttackError) -> AttackScores {
        let signals = try signals(input)
        return signals.trials.deciding(signals.queries, rule: rule, seed: input.seed)
    }

    /// The numbers of queries and of shadow records, turned so that higher means more likely a member.
    ///
    /// - Throws: `AttackError`.
    func signals(_ input: AttackInput) throws(AttackError) -> (queries: [Double], trials: MembershipTrials) {
        let observed = try input.checkedObservations()
        guard let queries = observed.queries[name] else {
            throw AttackError(
                .tooFewObservations,
                "nobody read '\(name)' off the attacked model",
                remedy: "Observe what the attack asks for."
            )
        }
        let shadows = observed.shadows.map { ($0.members[name] ?? [], $0.nonMembers[name] ?? []) }
        var trials = MembershipTrials()
        for (index, shadow) in observed.shadows.enumerated() {
            // Which way a shadow model leans is learned on the others, as it is for the attacked model.
            let sign = sign(shadows.indices.filter { $0 != index }.map { shadows[$0] })
            let (members, nonMembers) = shadows[index]
            let split = members.count
            trials.append(members.map { $0 * sign }, isMember: true, records: Array(shadow.records[..<split]))
            trials.append(nonMembers.map { $0 * sign }, isMember: false, records: Array(shadow.records[split...]))
        }
        let sign = sign(shadows)
        return (queries.map { $0 * sign }, trials)
    }

    /// 1 where members have higher numbers than non-members on average over the shadow models, else −1.
    private func sign(_ shadows: [(members: [Double], nonMembers: [Double])]) -> Double {
        guard !risesWithMembership else { return 1 }
        let lean = shadows.reduce(0) { sum, shadow in
            sum + (ROC.auc(members: shadow.members, nonMembers: shadow.nonMembers) ?? 0.5) - 0.5
        }
        return lean < 0 ? -1 : 1
    }
}
