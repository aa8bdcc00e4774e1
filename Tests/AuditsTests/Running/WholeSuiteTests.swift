import Attacks
import AuditCore
import Audits
import Testing

/// Every attack of the catalogue in one audit of a planted model.
@Suite struct WholeSuiteTests {
    @Test func everyAttackRunsAndFindsTheLeak() throws {
        let edits = [
            "[transmia-dnn, transmia-svm, transmia-entropy]": "all", "shadowModels: 3": "shadowModels: 6",
            "repeats: 2": "repeats: 1",
        ]
        let audit = try PlantedAudit(edits.merging(PlantedAudit.students) { $1 })
        let result = try audit.run()
        // The records are no images, the data name neither subjects nor an attribute, and nobody saw the model during training.
        let skipped = [
            "label-augmentation", "target-subjects", "federated-gradients", "target-attribute",
            "target-attribute-unaided",
        ]
        let known = Set(AttackCatalog.descriptors.map(\.id)).subtracting(skipped)
        #expect(Set(skipped).isSubset(of: result.record.skips.map(\.id)))
        #expect(Set(result.record.attacks.map(\.id)) == known)
        for id in ["lira", "lira-offline", "rmia", "rmia-offline"] {
            let runs = result.scores.runs.filter { $0.attack == id }
            #expect(runs.map(\.approach) == [.baseline, .freezing] && runs.allSatisfy { $0.size == 90 })
            #expect(result.record.costs.filter { $0.attack == id }.allSatisfy { $0.coreSeconds > 0 })
            let auc = result.record.measurements.first {
                $0.attack == id && $0.approach == .baseline && $0.statistic == .auc
            }
            #expect((auc?.interval?.low ?? 0) > 0.5, "\(id)")
        }
        for attack in AttackCatalog.descriptors
        where attack.observation != nil && !skipped.contains(attack.id) {
            let runs = result.scores.runs.filter { $0.attack == attack.id }
            #expect(runs.map(\.approach) == [.baseline] && runs.allSatisfy { $0.size == 90 }, "\(attack.id)")
            let costs = result.record.costs.filter { $0.attack == attack.id }
            #expect(costs.map { $0.coreSeconds > 0 } == [true])
            // 400 audited records, once each or many times.
            #expect(costs.map { $0.queries > 400 } == [attack.access == [.sourceLabels]])
        }
        #expect(!result.record.skips.contains { $0.id.hasPrefix("lira") || $0.id.hasPrefix("layers") })
    }

    @Test func withoutABaselineNothingIsReadOffModels() throws {
        let audit = try PlantedAudit([
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-entropy, layers-own-head]",
            "[baseline, freezing]": "[freezing]", "repeats: 2": "repeats: 1",
        ])
        let record = try audit.run().record
        #expect(record.skips.map(\.id).contains("layers-own-head"))
        #expect(!record.attacks.map(\.id).contains("layers-own-head"))
    }

    @Test func onlineAttacksNeedModelsThatKnowTheRecords() throws {
        let audit = try PlantedAudit([
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-entropy, rmia, lira-offline]",
            "[60, 90]": "[60]", "repeats: 2": "repeats: 1", "shadowModels: 3": "shadowModels: 6",
        ])
        let record = try audit.run().record
        // 6 models with 30 of the 400 records each.
        #expect(record.skips.map(\.id).filter { $0.contains("/") } == ["rmia/baseline", "rmia/freezing"])
        #expect(record.skips.contains { $0.reason.text.contains("0.45 of 6 models") && $0.remedy.text.contains("7") })
        let ran = record.attacks.map(\.id)
        #expect(ran.contains("lira-offline") && !ran.contains("rmia"))
    }

    @Test func fewShadowModelsAreSkippedByName() throws {
        let audit = try PlantedAudit([
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-entropy, lira-offline]",
            "[60, 90]": "[60]", "repeats: 2": "repeats: 1",
        ])
        let record = try audit.run().record
        #expect(
            record.skips.map(\.id).filter { $0.hasPrefix("lira") } == [
                "lira-offline/baseline", "lira-offline/freezing",
            ]
        )
        #expect(!record.attacks.map(\.id).contains("lira-offline"))
    }
}
