import AuditCore
import Countermeasures
import Foundation
import KerasModels
import Networks
import Statistics
import TestSupport
import Tensors
import Testing

@testable import Audits

/// Hardened models as files: what is written is what was audited.
@Suite struct HardenedTests {
    /// Tries countermeasures on models in files.
    private func hardening(
        _ folder: WorkFolder,
        _ options: AuditOptions,
        drafts: String = "drafts"
    ) throws -> (manifest: AuditManifest, hardening: Hardening) {
        let manifest = try ManifestReader.read(path: folder.path("audit.yaml"))
        let hardening = try Audit.harden(
            manifest,
            drafts: folder.folder(drafts),
            options: options,
            progress: SilentProgress(),
            cancellation: .init()
        )
        return (manifest, hardening)
    }

    /// Writes a model, audits its file by the manifest beside it, and holds the record against the row.
    private func expectRepeated(
        _ model: HardenedModel,
        _ hardening: Hardening,
        of manifest: AuditManifest,
        _ options: AuditOptions,
        in folder: WorkFolder
    ) throws -> AuditRecord {
        let row = try #require(hardening.trial(model))
        #expect(row.outcome == .measured, "\(model.id): \(row.reason?.text ?? "")")
        let files = HardenedFiles(folder: try folder.folder(model.settings.id))
        let own = try files.write(model, of: manifest, policy: nil)
        #expect(own.countermeasures.isEmpty && own.transferred.upTo == model.cut)
        var options = options
        options.output = try folder.folder("\(model.settings.id)-report")
        let record = try Audit.run(own, options: options, progress: SilentProgress(), cancellation: .init()).record
        for strongest in row.leakage {
            let found = record.measurements.filter {
                $0.statistic == .auc && $0.group == nil && $0.attack == strongest.attack
                    && $0.approach == strongest.approach
            }
            let same = try #require(found.first { $0.value == strongest.auc }, "\(model.id)")
            // The row's interval holds for several attacks together, the record's for the one: the error is the same.
            let own = try error(strongest.auc, try #require(same.interval))
            #expect(try abs(error(strongest.auc, strongest.interval) - own) < 1e-9, "\(model.id)")
        }
        #expect(RowCheck.difference(row, record) == nil)
        #expect(record.judgement.verdict == row.verdict, "\(model.id)")
        #expect(!record.transferred.isEmpty && record.transferred.allSatisfy { $0.result == .identical })
        try expectSameAnswers(files, model)
        let card = try ModelCard(hardening, model, record: record, files: files).text(of: folder.path("source.h5"))
        let digest = try Digest.ofFile(files.path(HardenedFiles.model)).sha256
        #expect(card.contains(model.id) && card.contains(digest))
        return record
    }

    /// The standard error behind an AUC's interval, from the arm that does not end at 0 or 1.
    private func error(_ auc: Double, _ interval: Interval) throws -> Double {
        let quantile = try #require(NormalDistribution.quantile((1 + interval.confidence) / 2))
        return max(auc - interval.low, interval.high - auc) / quantile
    }

    /// The transferred layers alone answer as the whole model does at the cut.
    private func expectSameAnswers(_ files: HardenedFiles, _ model: HardenedModel) throws {
        let whole = try KerasModel.read(files.path(HardenedFiles.model))
        let part = try KerasModel.read(files.path(HardenedFiles.transferred))
        let x = RecordBatches(try TensorGenerator(Seed(3)).normal(shape: [5] + whole.inputShape).values())
        let cut = try whole.architecture.cut(after: model.cut)
        let wanted = try Network(whole.architecture, weights: whole.weights).outputs(x, upTo: cut)
        let found = try Network(part.architecture, weights: part.weights).outputs(x)
        #expect(found.shape == wanted.shape)
        #expect(zip(found.floats, wanted.floats).allSatisfy { abs($0 - $1) <= 1e-6 })
    }

    @Test(.timeLimit(.minutes(10))) func theAuditOfAFileRepeatsItsRow() throws {
        var edits = LaboratoryTests.base
        edits["policy: gdpr-baseline"] = """
            countermeasures: [early-stopping, dropout, {quantisation: {bits: 4}}, pruning, low-rank, label-only,
              fewer-layers, {layer-noise: {deviation: 0.01}}]
            policy: gdpr-baseline
            """
        let audit = try PlantedAudit(edits)
        let options = try audit.options(store: audit.folder.path("store"))
        let (manifest, hardening) = try hardening(audit.folder, options)
        #expect(
            hardening.models.map(\.settings.id) == [
                "early-stopping", "dropout", "quantisation", "pruning", "low-rank", "fewer-layers", "layer-noise",
            ]
        )
        #expect(hardening.models.filter(\.isSecret).map(\.settings.id) == ["layer-noise"])
        for model in hardening.models {
            let record = try expectRepeated(model, hardening, of: manifest, options, in: audit.folder)
            #expect(record.title.contains("not from the seed") == model.isSecret)
            // The file answers probabilities, as the one it was made of does.
            let whole = try KerasModel.read(audit.folder.path("\(model.settings.id)/\(HardenedFiles.model)"))
            #expect(whole.architecture.layers.contains { ($0.layer as? Dense)?.activation == .softmax(axis: -1) })
            #expect(record.model.cut == (model.settings.id == "fewer-layers" ? "hidden" : "features"))
            #expect(record.model.layers.contains { $0.kind == "Dropout" } == (model.settings.id == "dropout"))
        }
        // All but the noise is as without files.
        let plain = try Audit.harden(
            manifest,
            options: options,
            progress: SilentProgress(),
            cancellation: .init()
        ).trials
        for (one, other) in zip(plain, hardening.trials)
        where !["layer-noise", "dropout"].contains(one.countermeasure) {
            // Whether others stand before a model on the front depends on the noisy ones, too.
            var same = one
            same.isOnFront = other.isOnFront
            #expect(same == other, "\(one.id)")
        }
        #expect(plain.last?.id == hardening.trials.last?.id && plain.last != hardening.trials.last)
    }

    /// Group normalisations stand where batch normalisations were, inside the model inside.
    @Test(.timeLimit(.minutes(10))) func privateTrainingOfAModelWithModelsInside() throws {
        let audit = try NestedAudit("[{differential-privacy: {epsilon: 50, epochs: 20, batchSize: 30}}, dropout]")
        let options = try audit.options(output: "report")
        let (manifest, first) = try hardening(audit.folder, options)
        let model = try #require(first.models.first)
        #expect(model.isSecret && model.cut == "base/base_e")
        let record = try expectRepeated(model, first, of: manifest, options, in: audit.folder)
        #expect(record.title.contains("noise drawn from the system, not from the seed"))
        let kinds = Dictionary(uniqueKeysWithValues: record.model.layers.map { ($0.name, $0.kind) })
        #expect(kinds["base/base_b"] == "GroupNormalization" && kinds["base/base_e"] == "GroupNormalization")
        let own = try ManifestReader.read(path: audit.folder.path("differential-privacy/audit.yaml"))
        let privacy = try #require(own.adversary.shadows[.freezing]?.training.privacy)
        #expect(privacy.noiseMultiplier == first.trial(model)?.privacy?.noise && privacy.clippingBound == 1)

        // An added layer has no place inside: the model is written flat.
        let dropped = try #require(first.models.last)
        #expect(dropped.cut == "base_base_e")
        _ = try expectRepeated(dropped, first, of: manifest, options, in: audit.folder)

        // Nobody can make it again: with the same seed and the same store, it is another model.
        let (_, second) = try hardening(audit.folder, options, drafts: "others")
        let weights = try [first, second].map { try KerasModel.read(#require($0.models.first).path).weights }
        #expect(weights[0] != weights[1])
        let others = try [first, second].map { try KerasModel.read(#require($0.models.last).path).weights }
        #expect(others[0] == others[1])
    }
}
