import AuditCore
import Testing

@testable import Policies

/// What a newer policy asks more or less.
@Suite struct ComparisonTests {
    /// What is replaced in the valid policy, by what, which way it goes, and whether it is weaker.
    static let edits: [(String, String, PolicyChange.Kind, Bool)] = [
        ("threshold=\"0.60\"", "threshold=\"0.55\"", .tightened, false),
        ("threshold=\"0.60\"", "threshold=\"0.65\"", .loosened, true),
        ("confidence=\"0.95\"", "confidence=\"0.99\"", .tightened, false),
        ("confidence=\"0.95\"", "confidence=\"0.9\"", .loosened, true),
        ("severity=\"high\"", "severity=\"critical\"", .tightened, false),
        ("severity=\"high\"", "severity=\"low\"", .loosened, true),
        ("statistic=\"auc\"", "statistic=\"accuracy\"", .changed, true),
        ("bound=\"at-most\" threshold=\"0.60\"", "bound=\"at-least\" threshold=\"0.60\"", .changed, true),
        ("title=\"AUC\"", "title=\"Area\"", .reworded, false),
        ("<attack id=\"gap\"/>", "", .removed, true),
        ("<attack id=\"gap\"/>", "<attack id=\"gap\"/><attack id=\"transmia-dnn\"/>", .added, false),
        ("<attack id=\"transmia-dnn\"/>", "", .loosened, true),
        ("members=\"100\"", "members=\"99\"", .loosened, true),
        ("members=\"100\"", "members=\"101\"", .tightened, false),
        ("<raise><release>public</release></raise>", "", .removed, true),
        ("<release>public", "<release>partner</release><release>public", .removed, true),
        ("expires=\"2026-12-31\"", "expires=\"2027-12-31\"", .loosened, true),
        ("expires=\"2026-12-31\"", "expires=\"2026-12-30\"", .tightened, false),
        ("<limits>Not this", "<limits>Not that", .reworded, false),
        ("<legalBasis>b</legalBasis>", "<group of=\"class\"/><legalBasis>b</legalBasis>", .changed, true),
    ]

    @Test(arguments: edits)
    func edit(_ old: String, _ new: String, _ kind: PolicyChange.Kind, _ isWeaker: Bool) throws {
        var base = PolicyReaderTests.valid
        if new.contains("<group") { base = base.replacing("statistic=\"auc\"", with: "statistic=\"accuracy\"") }
        let changed = base.replacing(old, with: new, maxReplacements: 1)
        let changes = try PolicyComparison.changes(
            from: PolicyReaderTests.read(base),
            to: PolicyReaderTests.read(changed)
        )
        #expect(changes.first?.kind == kind)
        #expect(changes.contains { $0.isWeaker } == isWeaker)
        #expect(changes.allSatisfy { !$0.description.isEmpty })
    }

    @Test func sameAndGates() throws {
        let policy = try PolicyReaderTests.read(PolicyReaderTests.valid)
        #expect(PolicyComparison.changes(from: policy, to: policy) == [])
        let one = PoliciesTests.policy(gates: [gate("a")])
        let two = PoliciesTests.policy(gates: [gate("b")])
        let changes = PolicyComparison.changes(from: one, to: two)
        #expect(changes.map(\.kind) == [.removed, .added])
        #expect(changes.map(\.isWeaker) == [true, false])
        let waiver = Waiver(gate: "a", approver: "A", reason: "r", expires: "2027-01-01")
        let waived = PoliciesTests.policy(gates: [gate("a")], waivers: [waiver])
        #expect(PolicyComparison.changes(from: one, to: waived).map(\.isWeaker) == [true])
        #expect(PolicyComparison.changes(from: waived, to: one).map(\.isWeaker) == [false])
    }

    @Test func groupsAndSelections() {
        func kinds(_ old: Gate, _ new: Gate) -> [PolicyChange.Kind] {
            PolicyComparison.changes(from: policy(gates: [old]), to: policy(gates: [new])).map(\.kind)
        }
        let worst = gate(group: GroupScope(kind: .class, name: nil))
        let named = gate(group: GroupScope(kind: .class, name: "cat"))
        let small = gate(group: GroupScope(kind: .class, name: nil, sample: SampleSize(members: 1, nonMembers: 1)))
        #expect(kinds(worst, named) == [.loosened])
        #expect(kinds(named, worst) == [.tightened])
        #expect(kinds(gate(), worst) == [.changed])
        #expect(kinds(worst, small) == [.loosened])
        let frozen = AttackPattern(attack: nil, approach: .freezing)
        let dnn = AttackPattern(attack: "transmia-dnn", approach: nil)
        #expect(kinds(gate(), gate(attacks: .worstAmong([frozen]))) == [.loosened])
        #expect(kinds(gate(attacks: .worstAmong([frozen])), gate(attacks: .worstAmong([frozen, dnn]))) == [.tightened])
        #expect(kinds(gate(attacks: .worstAmong([frozen])), gate(attacks: .worstAmong([dnn]))) == [.changed])
    }

    @Test func shippedPolicies() throws {
        func shipped(_ name: String) throws -> Policy {
            try PolicyCatalog.policy(named: name, knownAttacks: knownAttacks)
        }
        let baseline = try shipped("gdpr-baseline")
        let strict = try PolicyComparison.changes(from: baseline, to: shipped("gdpr-special-category"))
        #expect(!strict.contains { $0.isWeaker })
        #expect(strict.contains { $0.kind == .tightened })
        let lax = try PolicyComparison.changes(from: baseline, to: shipped("internal-transfer"))
        #expect(lax.contains { $0.isWeaker })
    }
}
