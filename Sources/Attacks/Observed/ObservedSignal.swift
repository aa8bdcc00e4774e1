import ShadowModels
import Statistics

/// An attack by one number read off models: which way it leans for members, and from where on, is learned on shadow models.
struct ObservedSignal: Sendable {
    let name: String
    let rule: ThresholdRule

    /// The number of each query, turned so that higher means more likely a member.
    ///
    /// - Throws: `AttackError`.
    func scores(_ input: AttackInput) throws(AttackError) -> AttackScores {
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
            let sign = Self.sign(shadows.indices.filter { $0 != index }.map { shadows[$0] })
            let (members, nonMembers) = shadows[index]
            let split = members.count
            trials.append(members.map { $0 * sign }, isMember: true, records: Array(shadow.records[..<split]))
            trials.append(nonMembers.map { $0 * sign }, isMember: false, records: Array(shadow.records[split...]))
        }
        let sign = Self.sign(shadows)
        return trials.deciding(queries.map { $0 * sign }, rule: rule, seed: input.seed)
    }

    /// 1 where members have higher numbers than non-members on average over the shadow models, else −1.
    private static func sign(_ shadows: [(members: [Double], nonMembers: [Double])]) -> Double {
        let lean = shadows.reduce(0) { sum, shadow in
            sum + (ROC.auc(members: shadow.members, nonMembers: shadow.nonMembers) ?? 0.5) - 0.5
        }
        return lean < 0 ? -1 : 1
    }
}
