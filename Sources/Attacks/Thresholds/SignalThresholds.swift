import ShadowModels

/// An attack by thresholds of a signal, chosen on shadow models: a record is a member when its value is at most τ.
struct SignalThresholds: Sendable {
    let signal: AnswerSignal
    let rule: ThresholdRule
    let scope: ThresholdScope

    /// τ − signal, for each query.
    func scores(_ input: AttackInput) throws(AttackError) -> AttackScores {
        let table = try AttackTable(input)
        let shadowValues = try signal.values(table.answers)
        let values = try signal.values(input.queries)
        let groups = scope == .perClass ? table.rows(classes: input.classes) : [Array(0..<table.answers.count)]
        func group(_ label: Int) -> Int { scope == .perClass ? label : 0 }
        let thresholds = groups.map { threshold(table, shadowValues, $0) }
        // What the rule is worth on records it was not made for: half of them judged by the thresholds of the others.
        let parts = table.parts(2, input.seed)
        let others = (0..<2).map { part in
            groups.map { threshold(table, shadowValues, $0.filter { parts[$0] != part }) }
        }
        let heldOut = Array(0..<table.answers.count)
        return .deciding(
            zip(values, input.queries.labels).map { Self.score($0, thresholds[group($1)]) },
            heldOut: heldOut,
            heldOutScores: heldOut.map {
                Self.score(shadowValues[$0], others[parts[$0]][group(table.answers.labels[$0])])
            },
            table
        )
    }

    private func threshold(_ table: AttackTable, _ values: [Double], _ rows: [Int]) -> Double {
        rule.threshold(
            members: rows.filter { table.isMember[$0] }.map { values[$0] },
            nonMembers: rows.filter { !table.isMember[$0] }.map { values[$0] }
        )
    }

    /// τ − value; at the threshold itself 0, also where both are infinite.
    private static func score(_ value: Double, _ threshold: Double) -> Double {
        value == threshold ? 0 : threshold - value
    }
}
