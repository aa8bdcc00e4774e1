import AuditCore
import Foundation
import Policies
import Testing

@testable import Audits

/// What an audit does without when it has little time.
@Suite struct BudgetTests {
    private static let edits = [
        "[transmia-dnn, transmia-svm, transmia-entropy]": "all", "shadowModels: 3": "shadowModels: 20",
    ]

    private func manifest(_ edits: [String: String] = edits) throws -> AuditManifest {
        let audit = try PlantedAudit(edits)
        return try ManifestReader.read(path: audit.folder.path("audit.yaml"))
    }

    private let records = Workload.Records(audited: 400, shadow: 400, target: 100, student: 0)

    /// A second by the clock for each step.
    private func fit(_ manifest: AuditManifest, seconds: Double, required: [AttackReference] = []) throws
        -> Budget.Fitted
    {
        try Budget(seconds: seconds).fit(manifest, required: required, secondsPerStep: 1) {
            Workload($0, plans: $0.adversary.plans, records: records)
        }
    }

    private func work(_ manifest: AuditManifest) -> Double {
        Workload(manifest, plans: manifest.adversary.plans, records: records).total
    }

    @Test func enoughTimeLeavesNothingOut() throws {
        let manifest = try manifest()
        let fitted = try fit(manifest, seconds: work(manifest) * 1.26)
        #expect(fitted.skips.isEmpty)
        #expect(fitted.manifest.adversary.attacks == manifest.adversary.attacks)
        #expect(fitted.manifest.adversary.shadows == manifest.adversary.shadows)
    }

    /// A fifth is kept for what is not estimated.
    @Test(arguments: [0.9, 0.5, 0.2, 0.1])
    func whatIsLeftFits(share: Double) throws {
        let manifest = try manifest()
        let seconds = work(manifest) * share
        let fitted = try fit(manifest, seconds: seconds)
        #expect(work(fitted.manifest) <= seconds * 0.8)
        #expect(!fitted.skips.isEmpty)
        #expect(fitted.skips.allSatisfy { $0.id.hasPrefix("budget-") || manifest.adversary.attacks.contains($0.id) })
    }

    @Test func repeatsGoFirstAndThenHalfOfTheModels() throws {
        let manifest = try manifest()
        var once = manifest
        once.adversary.shadows[.baseline]?.repeats = 1
        let first = try fit(manifest, seconds: work(once) * 1.26)
        #expect(first.manifest.adversary.shadows == once.adversary.shadows)
        #expect(first.manifest.adversary.attacks == manifest.adversary.attacks)
        #expect(
            first.skips.map(\.reason.text) == [
                "baseline: repeats: 1 in place of 2, so that the audit ends within \(TimeWords.text(work(once) * 1.26))."
            ]
        )
        let second = try fit(manifest, seconds: work(once) * 1.2)
        #expect(second.manifest.adversary.shadows[.baseline]?.models == 10)
        #expect(second.manifest.adversary.attacks == manifest.adversary.attacks)
    }

    /// What would save next to nothing stays.
    @Test func cheapAttacksOutliveDearOnes() throws {
        let manifest = try manifest()
        let fitted = try fit(manifest, seconds: work(manifest) / 3)
        let left = fitted.manifest.adversary
        #expect(!left.attacks.contains("label-boundary") && left.attacks.contains("layers-norm"))
        #expect(left.shadows[.freezing] == manifest.adversary.shadows[.freezing])
    }

    @Test func whatThePolicyRequiresStays() throws {
        let manifest = try manifest()
        var seconds = work(manifest)
        var fitted = try fit(manifest, seconds: seconds)
        let required = [
            AttackReference(attack: "label-boundary"), AttackReference(attack: "lira", approach: .baseline),
        ]
        var isTooSmall = false
        while !isTooSmall, seconds > 1 {
            seconds /= 1.02
            do {
                fitted = try fit(manifest, seconds: seconds, required: required)
            } catch let error as AuditError where error.code == .budgetTooSmall {
                isTooSmall = true
                #expect(error.location == .option("--budget") && error.summary.contains("does not fit"))
            }
        }
        #expect(isTooSmall)
        #expect(fitted.manifest.adversary.attacks.contains("label-boundary"))
        #expect(fitted.manifest.adversary.attacks.contains("lira"))
        #expect(!fitted.manifest.adversary.attacks.contains("label-noise"))
        #expect(fitted.manifest.adversary.approaches.contains(.baseline))
        // With 4 models of 90 records, too few of them would know a record of 400.
        #expect(fitted.manifest.adversary.shadows[.baseline]?.models == 5)
    }

    @Test func theCheapestThatIsLeftIsHeadsAlone() throws {
        let manifest = try manifest(["[baseline, freezing]": "[baseline, freezing, fine-tuning]"])
        var fitted = try fit(manifest, seconds: work(manifest))
        var seconds = work(manifest)
        while let next = try? fit(manifest, seconds: seconds) {
            fitted = next
            seconds /= 1.02
        }
        #expect(fitted.manifest.adversary.approaches == [.freezing])
        #expect(Set(fitted.skips.map(\.id)).isSuperset(of: ["budget-baseline", "budget-fine-tuning"]))
    }

    /// More records, models, epochs or labels are more work.
    @Test func workGrowsWithWhatIsAsked() throws {
        let small = try manifest(["[transmia-dnn, transmia-svm, transmia-entropy]": "[label-noise]"])
        let usual = work(small)
        #expect(usual > 0)
        #expect(work(try manifest(["[transmia-dnn, transmia-svm, transmia-entropy]": "[label-noise, lira]"])) > usual)
        var more = small
        more.adversary.shadows[.baseline]?.training.epochs *= 2
        #expect(work(more) > usual)
        var asked = small
        asked.adversary.scoring.noiseQueries *= 2
        #expect(work(asked) > usual)
    }

    @Test func theReportSaysWhatWasLeftOut() throws {
        let audit = try PlantedAudit()
        var options = try audit.options()
        options.budget = 1e-9
        let manifest = try ManifestReader.read(path: audit.folder.path("audit.yaml"))
        #expect(throws: AuditError.self) { try Audit.plan(manifest, options: options) }
        options.budget = 3600
        let plan = try Audit.plan(manifest, options: options)
        #expect(!plan.lines.contains { $0.contains("budget-") })
    }

    @Test(arguments: [(0, "0 s"), (89.2, "90 s"), (90, "2 min"), (1800, "30 min"), (.infinity, "years")])
    func timesInWords(seconds: Double, words: String) {
        #expect(TimeWords.text(seconds) == words)
    }
}
