import AuditCore
import Testing

@testable import Policies

/// A policy asked of one of several looks at the same records.
@Suite struct PolicyLooksTests {
    private var ran: [AttackDescriptor] { knownAttacks.filter { ["transmia-dnn", "gap"].contains($0.id) } }

    private func restricted(_ gates: [Gate], _ approach: Approach = .freezing, looks: Int = 5) -> Policy {
        policy(
            gates: gates,
            requires: [
                AttackReference(attack: "transmia-dnn", approach: .freezing),
                AttackReference(attack: "transmia-dnn", approach: .baseline),
                AttackReference(attack: "target-blackbox-dnn"), AttackReference(attack: "gap"),
            ]
        ).restricted(to: ran, approach: approach, looks: looks)
    }

    @Test func confidencesAreCorrected() {
        let gates = restricted([gate(confidence: 0.95), gate("strict", confidence: 0.99)]).gates
        #expect(abs(gates[0].confidence - 0.99) < 1e-12 && abs(gates[1].confidence - 0.998) < 1e-12)
        #expect(gates.map(\.threshold) == [0.6, 0.6])
        #expect(restricted([gate()], looks: 1).gates[0].confidence == 0.95)
    }

    @Test func onlyWhatTheLookHasIsAsked() {
        let listed = gate(
            "listed",
            attacks: .listed([
                AttackReference(attack: "transmia-dnn", approach: .freezing),
                AttackReference(attack: "transmia-svm", approach: .freezing),
            ])
        )
        let others = gate("others", attacks: .listed([AttackReference(attack: "target-blackbox-dnn")]))
        let floor = gate("floor", attacks: .worstAmong([AttackPattern(attack: nil, approach: .baseline)]))
        let worlds = gate("worlds", statistic: .attributeAUC)
        let freezing = restricted([gate(), listed, others, floor, worlds])
        #expect(freezing.gates.map(\.id) == ["auc", "listed"])
        #expect(
            freezing.gates[1].attacks == .listed([AttackReference(attack: "transmia-dnn", approach: .freezing)])
        )
        #expect(freezing.requiredAttacks == [AttackReference(attack: "transmia-dnn", approach: .freezing)])
        let baseline = restricted([gate(), listed, others, floor, worlds], .baseline)
        #expect(baseline.gates.map(\.id) == ["auc", "floor"])
        #expect(baseline.requiredAttacks == [AttackReference(attack: "transmia-dnn", approach: .baseline)])
    }

    /// What passes on its own may be open among many looks.
    @Test func aWiderIntervalDecidesLess() throws {
        let narrow = measurement(value: 0.57, low: 0.55, high: 0.59)
        #expect(try judge(policy(gates: [gate()]), evidence([narrow])).gates[0].outcome == .pass)
        let many = policy(gates: [gate()]).restricted(to: knownAttacks, approach: .freezing, looks: 50)
        #expect(try judge(many, evidence([narrow])).gates[0].outcome == .inconclusive)
    }
}
