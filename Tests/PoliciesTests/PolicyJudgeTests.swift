import AuditCore
import Testing

@testable import Policies

@Suite struct PolicyJudgeTests {
    static let passing = measurement(value: 0.52, low: 0.50, high: 0.54)
    static let failing = measurement("transmia-dnn", value: 0.72, low: 0.70, high: 0.74)
    static let straddling = measurement("transmia-entropy", value: 0.60, low: 0.58, high: 0.62)

    static let empty = policy(gates: [])

    @Test func severalAttacks() throws {
        let policy = policy(gates: [gate()])
        #expect(try judge(policy, evidence([Self.passing, Self.straddling, Self.failing])).gates[0].outcome == .fail)
        let open = try judge(policy, evidence([Self.passing, Self.straddling])).gates[0]
        #expect(open.outcome == .inconclusive)
        #expect(open.measurement == Self.straddling)
        let worse = measurement(size: 300, value: 0.53, low: 0.51, high: 0.55)
        let passed = try judge(policy, evidence([Self.passing, worse])).gates[0]
        #expect(passed.outcome == .pass)
        #expect(passed.measurement == worse)
        let worst = measurement("transmia-dnn", .baseline, value: 0.8, low: 0.78, high: 0.82)
        let failed = try judge(policy, evidence([Self.failing, worst])).gates[0]
        #expect(failed.measurement == worst)
    }

    @Test func worstOfLeavesControlsAside() throws {
        let control = measurement("gap", .none, size: 0, value: 0.72, low: 0.70, high: 0.74)
        let all = evidence([Self.passing, control])
        #expect(try judge(policy(gates: [gate()]), all).verdict == .pass)
        let listed = gate(attacks: .listed([AttackReference(attack: "gap")]))
        #expect(try judge(policy(gates: [listed]), all).verdict == .fail)
        #expect(try judge(policy(gates: [gate()]), evidence([control])).verdict == .inconclusive)
    }

    /// Attacks on the target's training set are judged where a gate names them, and in words that say so.
    @Test func worstOfIsAboutTheSourceTrainingSet() throws {
        let student = measurement("student-dnn", value: 0.72, low: 0.70, high: 0.74, population: .target)
        let all = evidence([Self.passing, student], outcomes: [outcome(), outcome("student-dnn")])
        #expect(try judge(policy(gates: [gate()]), all).verdict == .pass)
        let byApproach = gate(attacks: .worstAmong([AttackPattern(attack: nil, approach: .freezing)]))
        #expect(try judge(policy(gates: [byApproach]), all).verdict == .pass)
        let named = gate(attacks: .listed([AttackReference(attack: "student-dnn")]))
        let judged = try judge(policy(gates: [named]), all)
        #expect(judged.verdict == .fail)
        #expect(judged.gates[0].sentence.text.contains("target model's training set"))
    }

    /// What is wrong with the recipient's records says nothing about figures on the source training set.
    @Test func aFailedCheckHoldsForItsOwnTrainingSet() throws {
        let check = ValidityCheck(id: "target-x", title: "", result: .fail, sentence: "", population: .target)
        let student = measurement("student-dnn", value: 0.52, low: 0.50, high: 0.54, population: .target)
        let outcomes = [outcome(), outcome("student-dnn")]
        let all = evidence([Self.passing, student], outcomes: outcomes, checks: [check])
        let named = gate("named", attacks: .listed([AttackReference(attack: "student-dnn")]))
        let gates = try judge(policy(gates: [gate(), named]), all).gates
        #expect(gates.map(\.outcome) == [.pass, .inconclusive])
    }

    @Test func listedAttacksMustBeMeasured() throws {
        let listed = gate(
            attacks: .listed([
                AttackReference(attack: "transmia-svm", approach: .freezing),
                AttackReference(attack: "transmia-svm", approach: .baseline),
            ])
        )
        #expect(try judge(policy(gates: [listed]), evidence([Self.passing])).verdict == .inconclusive)
        let both = [Self.passing, measurement("transmia-svm", .baseline, value: 0.5, low: 0.48, high: 0.52)]
        #expect(try judge(policy(gates: [listed]), evidence(both + [Self.failing])).verdict == .pass)
    }

    @Test func failedCheckDecidesNothing() throws {
        let check = ValidityCheck(id: "blind-classifier", title: "", result: .fail, sentence: "AUC 0.8.")
        let harmless = ValidityCheck(id: "x", title: "", result: .fail, sentence: "", affectsGates: false)
        let notRun = ValidityCheck(id: "y", title: "", result: .notRun, sentence: "")
        for figure in [Self.passing, Self.failing] {
            let judgement = try judge(policy(gates: [gate()]), evidence([figure], checks: [check]))
            #expect(judgement.verdict == .inconclusive)
            #expect(judgement.gates[0].sentence.text.contains("blind-classifier"))
            #expect(judgement.gates[0].measurement == figure)
            #expect(judgement.gates[0].recordsToDecide == nil)
        }
        #expect(
            try judge(policy(gates: [gate()]), evidence([Self.passing], checks: [harmless, notRun])).verdict == .pass
        )
    }

    @Test func attacksThatDidNotLearn() throws {
        let required = policy(gates: [gate()], requires: [AttackReference(attack: "transmia-svm", approach: .freezing)])
        let unlearned = [outcome(state: .didNotLearn), outcome("transmia-dnn", .freezing, state: .leaks)]
        #expect(try judge(required, evidence([Self.passing], outcomes: unlearned)).verdict == .inconclusive)
        // Another attack fails the gate all the same.
        let both = evidence([Self.passing, Self.failing], outcomes: unlearned)
        #expect(try judge(required, both).verdict == .fail)
        // It learned at another shadow size.
        let other = outcome("transmia-svm", .freezing, size: 1000, state: .noEvidence)
        #expect(try judge(required, evidence([Self.passing], outcomes: unlearned + [other])).verdict == .pass)
        // An attack beside the required ones shows nothing either way, unless it violates the threshold.
        let beside = measurement("target-blackbox-dnn", value: 0.6, low: 0.5, high: 0.7)
        let outcomes = [outcome(), outcome("target-blackbox-dnn", .freezing, state: .didNotLearn)]
        #expect(try judge(required, evidence([Self.passing, beside], outcomes: outcomes)).verdict == .pass)
        let leaking = measurement("target-blackbox-dnn", value: 0.7, low: 0.65, high: 0.75)
        #expect(try judge(required, evidence([Self.passing, leaking], outcomes: outcomes)).verdict == .fail)
        // Alone it cannot pass a gate, nor can an attack whose outcome is not known.
        let free = policy(gates: [gate()])
        #expect(
            try judge(free, evidence([Self.passing], outcomes: [outcome(state: .didNotLearn)])).verdict == .inconclusive
        )
        #expect(try judge(free, evidence([Self.passing], outcomes: [])).verdict == .inconclusive)
    }

    @Test func notIdentifiable() throws {
        let figure = measurement(statistic: .tprAt1, value: nil, members: 80, nonMembers: 80, note: "n too small")
        let policy = policy(
            gates: [gate(statistic: .tprAt1, threshold: 0.05)],
            sample: SampleSize(members: 50, nonMembers: 50)
        )
        let result = try judge(policy, evidence([figure])).gates[0]
        #expect(result.outcome == .inconclusive)
        #expect(result.recordsToDecide == 100)
        #expect(result.sentence.text.contains("n too small"))
        let undefined = measurement(statistic: .precision, value: nil)
        let precision = policyOf(.precision)
        #expect(try judge(precision, evidence([undefined])).gates[0].recordsToDecide == nil)
    }

    private func policyOf(_ statistic: Statistic) -> Policy { policy(gates: [gate(statistic: statistic)]) }

    @Test func smallSamples() throws {
        let small = measurement(value: 0.9, low: 0.85, high: 0.95, members: 1000, nonMembers: 99)
        let result = try judge(policy(gates: [gate()]), evidence([small])).gates[0]
        #expect(result.outcome == .inconclusive)
        #expect(result.recordsToDecide == 100)
        // The attack's own smallest sample counts, too.
        let tiny = measurement(value: 0.5, low: 0.4, high: 0.55, members: 19, nonMembers: 19)
        let lax = policy(gates: [gate()], sample: SampleSize(members: 1, nonMembers: 1))
        #expect(try judge(lax, evidence([tiny])).gates[0].recordsToDecide == 20)
    }

    @Test func confidenceMustBeTheGates() throws {
        let other = measurement(value: 0.5, low: 0.48, high: 0.52, confidence: 0.9)
        #expect(try judge(policy(gates: [gate()]), evidence([other])).verdict == .inconclusive)
        #expect(try judge(policy(gates: [gate()]), evidence([other, Self.passing])).verdict == .pass)
        #expect(try judge(policy(gates: [gate()]), evidence([Self.passing, other])).verdict == .pass)
        let none = measurement(value: 0.5)
        #expect(try judge(policy(gates: [gate()]), evidence([none])).verdict == .inconclusive)
        let two = policy(gates: [gate("a", confidence: 0.99), gate("b"), gate("c", statistic: .tpr, confidence: 0.9)])
        #expect(two.confidences == [0.9, 0.95, 0.99])
        #expect(two.confidences(of: .auc) == [0.95, 0.99])
    }

    @Test func missingAttacks() throws {
        let requires = [
            AttackReference(attack: "transmia-svm", approach: .freezing),
            AttackReference(attack: "transmia-svm", approach: .baseline), AttackReference(attack: "gap"),
        ]
        let skip = Skip(id: "gap", reason: "no labels", remedy: "")
        let policy = policy(gates: [gate()], requires: requires)
        let judgement = try judge(policy, evidence([Self.passing], skips: [skip]))
        #expect(judgement.verdict == .incomplete)
        #expect(judgement.verdict.exitCode == 2)
        #expect(judgement.missing == ["transmia-svm/baseline", "gap"])
        #expect(judgement.sentence.text.contains("no labels"))
        let failed = try judge(policy, evidence([Self.passing, Self.failing]))
        #expect(failed.verdict == .fail)
        #expect(failed.missing == ["transmia-svm/baseline", "gap"])
        #expect(try judge(PolicyJudgeTests.empty, evidence([Self.passing])).verdict == .incomplete)
        #expect(try judge(policy, evidence([])).verdict == .incomplete)
    }

    @Test func waivers() throws {
        func waiver(_ expires: String) -> Waiver { Waiver(gate: "auc", approver: "A", reason: "r", expires: expires) }
        func judged(_ waivers: [Waiver], _ figures: [Measurement] = [Self.failing]) throws -> Judgement {
            try judge(policy(gates: [gate()], waivers: waivers), evidence(figures))
        }
        let counting = try judged([waiver("2026-11-20")])
        #expect(counting.verdict == .pass)
        #expect(counting.gates[0].outcome == .fail)
        #expect(counting.gates[0].isWaived)
        let expired = try judged([waiver("2026-11-19")])
        #expect(expired.verdict == .fail)
        #expect(!expired.gates[0].isWaived)
        #expect(expired.gates[0].waiver == waiver("2026-11-19"))
        #expect(try judged([waiver("2027-01-01"), waiver("2026-01-01")]).verdict == .pass)
        #expect(try judged([waiver("2027-01-01")], [Self.straddling]).verdict == .pass)
        let passed = try judged([waiver("2027-01-01")], [Self.passing])
        #expect(!passed.gates[0].isWaived)
        let missing = policy(
            gates: [gate()],
            requires: [AttackReference(attack: "gap")],
            waivers: [waiver("2027-01-01")]
        )
        #expect(try judge(missing, evidence([Self.failing])).verdict == .incomplete)
    }

    @Test(
        arguments: [
            ([], ReleaseContext.partner, Severity.medium), (["health"], .partner, .high),
            (["Racial or ethnic origin"], .partner, .high), (["health", "biometric"], .public, .critical),
            (["photographs"], .internal, .medium), ([], .public, .high),
        ]
    )
    func severity(_ categories: [String], _ release: ReleaseContext, _ expected: Severity) throws {
        let rules: [SeverityRule] = [
            .dataCategories([.health, .biometric, .racialOrEthnicOrigin]), .releases([.public]),
        ]
        let evidence = evidence([Self.failing], categories: categories, release: release)
        #expect(try judge(policy(gates: [gate()], rules: rules), evidence).gates[0].severity == expected)
    }
}
