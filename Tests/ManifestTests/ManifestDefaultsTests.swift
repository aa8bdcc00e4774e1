import Attacks
import AuditCore
import Countermeasures
import Foundation
import Networks
import Testing

@testable import Audits

/// Defaults, profiles, and what the manifest's own values do to them.
@Suite struct ManifestDefaultsTests {
    private func read(_ added: String = "", profile: AuditProfile? = nil) throws -> AuditManifest {
        try ManifestFolder(ManifestFolder.smallest + added).read(profile: profile)
    }

    @Test func smallestManifest() throws {
        let folder = try ManifestFolder(ManifestFolder.smallest)
        let manifest = try folder.read()
        #expect(manifest.title == "Audit of source.h5")
        #expect(manifest.source?.model.file == folder.path("source.h5"))
        #expect(manifest.profile == .standard)
        #expect(manifest.policy == "gdpr-baseline")
        #expect(manifest.context.release == .partner)
        #expect(manifest.target == nil)
        #expect(manifest.data?.allowOverlap == false)
        #expect(manifest.adversary.approaches == [.baseline, .freezing, .fineTuning])
        #expect(
            manifest.adversary.attacks == [
                "transmia-dnn", "transmia-svm", "transmia-entropy", "lira-offline", "rmia-offline", "loss-global",
                "modified-entropy",
            ]
        )
        #expect(manifest.adversary.scoring == AuditProfile.standard.scoring)
    }

    @Test func depthHasTheEffortOfItsProfile() throws {
        #expect(try read().depth == nil)
        let usual = try read("depth: {}\n")
        let section = try #require(usual.depth)
        #expect(section.approaches == [.freezing, .fineTuning] && section.cuts == nil && section.repeats == 1)
        let settings = try #require(usual.adversary.settings(.freezing))
        let own = section.settings(settings, profile: .standard)
        #expect(own.models == 4 && own.sizes == [300] && own.repeats == 1 && own.training == settings.training)
        #expect(section.settings(settings, profile: .quick).models == 2)
        #expect(section.settings(settings, profile: .paper).sizes == [1000])
    }

    @Test func depthHasWhatItAsksFor() throws {
        let text = """
            depth:
              cuts: [one, two]
              approaches: freezing
              shadowModels: 7
              shadowSizes: [50, 20]
              repeats: 2
              training: {epochs: 3}

            """
        let manifest = try read(text)
        let section = try #require(manifest.depth)
        #expect(section.cuts?.map(\.name) == ["one", "two"] && section.approaches == [.freezing])
        let settings = try #require(manifest.adversary.settings(.freezing))
        let own = section.settings(settings, profile: .quick)
        #expect(own.models == 7 && own.sizes == [20, 50] && own.repeats == 2 && own.training.epochs == 3)
        #expect(own.sizesAreExplicit)
    }

    @Test func askedPrecision() throws {
        let precision = "adversary: {stolenMemories: {precision: 0.8}}\n"
        #expect(try read(precision).adversary.scoring.precision == 0.8)
    }

    @Test func askedAttribute() throws {
        let usual = try read().adversary.attribute
        #expect(usual.value == nil && usual.worlds == 12 && usual.share == 0.8)
        let asked = try read("adversary: {attribute: {value: 1, worlds: 6, share: 0.9}}\n").adversary.attribute
        #expect(asked.value == "1" && asked.worlds == 6 && asked.share == 0.9)
    }

    @Test func askedLabels() throws {
        let queries = "adversary: {labelOnly: {noiseQueries: 9, boundaryQueries: 500}}\n"
        #expect(
            try read(queries).adversary.scoring == ScoringSettings(noiseQueries: 9, boundaryQueries: 500)
        )
        for profile in ["quick", "standard"] {
            let usual = try read("profile: \(profile)\n").adversary.scoring
            #expect(usual == ScoringSettings(noiseQueries: 21, boundaryQueries: 60))
        }
        #expect(try read("profile: paper\n").adversary.scoring == ScoringSettings())
    }

    /// Section 5.2 of the paper.
    @Test func paperProfile() throws {
        let manifest = try read("profile: paper\n")
        for approach in [Approach.baseline, .freezing, .fineTuning] {
            let settings = try #require(manifest.adversary.settings(approach))
            #expect(settings.models == 100)
            #expect(settings.sizes == [100, 200, 300, 400, 500, 600, 800, 1000])
            #expect(settings.repeats == 10)
            #expect(settings.training.epochs == 120)
        }
        #expect(manifest.adversary.attackTraining.epochs == 50)
        #expect(manifest.adversary.attacks == ["transmia-dnn", "transmia-svm", "transmia-entropy"])
    }

    @Test func standardProfile() throws {
        let shadows = try read().adversary.shadows
        #expect(shadows[.freezing]?.models == 20)
        #expect(shadows[.freezing]?.repeats == 3)
        #expect(shadows[.freezing]?.training == TrainingRecipe(precision: .automatic))
        #expect(shadows[.baseline]?.models == 4)
        #expect(shadows[.baseline]?.training == TrainingRecipe(epochs: 60, schedule: .cosine, precision: .automatic))
        let fineTuning = TrainingRecipe(epochs: 40, learningRate: 0.01, schedule: .cosine, precision: .automatic)
        #expect(shadows[.fineTuning]?.training == fineTuning)
    }

    @Test func optionReplacesTheProfile() throws {
        let manifest = try read("profile: paper\nadversary: {repeats: 2}\n", profile: .quick)
        #expect(manifest.profile == .quick)
        #expect(manifest.adversary.shadows[.freezing]?.models == 8)
        #expect(manifest.adversary.shadows[.freezing]?.repeats == 2)
    }

    @Test func overridesComeLast() throws {
        let manifest = try read(
            """
            adversary:
              shadowModels: 7
              shadowSizes: [300, 50]
              training: {epochs: 9, optimizer: adamw, nesterov: false, schedule: step, precision: mixed}
              attackTraining: {batchSize: 64}
              overrides:
                fine-tuning: {shadowModels: 3, shadowSizes: [80], training: {learningRate: 0.5}}
            """
        )
        let freezing = try #require(manifest.adversary.settings(.freezing))
        let fineTuning = try #require(manifest.adversary.settings(.fineTuning))
        #expect(freezing.models == 7)
        #expect(freezing.sizes == [50, 300])
        var training = TrainingRecipe(epochs: 9, optimizer: .adamW, schedule: .step, precision: .mixed)
        #expect(freezing.training == training)
        #expect(fineTuning.models == 3)
        #expect(fineTuning.sizes == [80])
        training.learningRate = 0.5
        #expect(fineTuning.training == training)
        #expect(manifest.adversary.attackTraining.batchSize == 64)
        #expect(manifest.adversary.attackTraining.optimizer == .adam)
    }

    @Test func targetTakesOneApproachOrSeveral() throws {
        let train = "train: {file: data.h5, x: /t/x, y: /t/y}"
        #expect(try read("target: {\(train)}\n").target?.approaches == [.freezing])
        #expect(try read("target: {\(train), approach: fine-tuning}\n").target?.approaches == [.fineTuning])
        let both = try #require(read("target: {\(train), approach: [freezing, fine-tuning]}\n").target)
        #expect(both.approaches == [.freezing, .fineTuning])
        #expect(both.training[.fineTuning]?.learningRate == 0.01)
    }

    @Test func profileSizesBeyondTheDataAreDropped() throws {
        let manifest = try read().fitting(shadowTrain: 400, shadowTest: 2000)
        #expect(manifest.adversary.settings(.freezing)?.sizes == [100, 300])
        #expect(manifest.notes.count == 3)
        #expect(try read().fitting(shadowTrain: 1000, shadowTest: 1000).notes == [])
    }

    @Test func explicitSizesBeyondTheDataAreRefused() throws {
        let manifest = try read("adversary: {shadowSizes: [100, 500]}\n")
        let error = #expect(throws: ManifestError.self) { _ = try manifest.fitting(shadowTrain: 2000, shadowTest: 400) }
        #expect(error?.code == .tooFewRecords)
        #expect(error?.location == .file(manifest.path, line: 9, column: 26))
        #expect(throws: ManifestError.self) { _ = try read().fitting(shadowTrain: 50, shadowTest: 50) }
    }

    @Test func keysKeepTheirPlace() throws {
        let manifest = try read("transferred: {upTo: dense}\n")
        #expect(manifest.location(of: "transferred.upTo") == .file(manifest.path, line: 9, column: 21))
        #expect(manifest.location(of: "target.model") == .file(manifest.path))
    }

    @Test func dataSetsOfEveryKind() throws {
        let members = "{file: data.h5, x: /members/x,     y: /members/y}"
        let yaml = ManifestFolder.smallest
            .replacing(
                "{model: source.h5}",
                with: "{model: source.h5, preprocessing: {scale: 0.5, mean: [1, 2, 3], resize: 24, channelOrder: bgr}}"
            )
            .replacing(members, with: "{folder: faces, rows: 0..<500, classes: [anna, bert], channels: 1}")
            .replacing(
                "{file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}",
                with: "{file: t10k-images-idx3-ubyte.gz, y: labels.gz, rows: rows.txt}"
            )
            .replacing(
                "{file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}",
                with: "{file: adult.csv, columns: [age, 3], y: income, subject: id}"
            )
        let files = ["source.h5", "data.h5", "t10k-images-idx3-ubyte.gz", "labels.gz", "rows.txt", "adult.csv"]
        let folder = try ManifestFolder(yaml, files: files)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "faces"),
            withIntermediateDirectories: true
        )
        let manifest = try folder.read()
        #expect(manifest.source?.preprocessing.mean == [1, 2, 3])
        #expect(manifest.source?.preprocessing.channelOrder == .bgr)
        let faces = try #require(manifest.data).members
        #expect(faces.path == folder.path("faces"))
        #expect(faces.format == .imageFolder)
        #expect(faces.rows == .range(0..<500))
        #expect(faces.classNames == ["anna", "bert"])
        #expect(faces.resize == [24, 24])
        #expect(faces.channels == 1)
        #expect(faces.location == .file(folder.manifest, line: 4, column: 16))
        #expect(manifest.data?.nonMembers.y == folder.path("labels.gz"))
        #expect(manifest.data?.nonMembers.rows == .file(folder.path("rows.txt")))
        #expect(manifest.data?.shadowTrain.columns == ["age", "3"])
        #expect(manifest.data?.shadowTrain.subject == "id")
        #expect(manifest.data?.shadowTest.x == "/shadowTest/x")
    }

    @Test func countermeasuresHaveTheirNumbers() throws {
        let manifest = try read("countermeasures: [early-stopping, {quantisation: {bits: 4}}, l2: ]\n")
        #expect(
            manifest.countermeasures == [
                CountermeasureSettings(EarlyStoppedTraining.descriptor),
                CountermeasureSettings(QuantisedLayers.descriptor, ["bits": 4]),
                CountermeasureSettings(WeightDecay.descriptor),
            ]
        )
        #expect(try read().countermeasures == [])
    }

    @Test func regularisationIsPartOfTraining() throws {
        let keys =
            "{labelSmoothing: 0.1, mixup: 0.4, augmentation: {pixels: 3, mirrored: false}, earlyStopping: {patience: 7}}"
        let manifest = try read("adversary: {training: \(keys)}\n")
        let expected = Regularisation(
            labelSmoothing: 0.1,
            mixup: 0.4,
            augmentation: Augmentation(pixels: 3, isMirrored: false),
            earlyStopping: EarlyStopping(share: 0.1, patience: 7)
        )
        let training = TrainingRecipe(regularisation: expected, precision: .automatic)
        #expect(manifest.adversary.settings(.freezing)?.training == training)
    }

    @Test func noiseAndClippingArePartOfTraining() throws {
        let manifest = try read("adversary: {training: {privacy: {noiseMultiplier: 1.1, clippingBound: 2}}}\n")
        let expected = PrivacySettings(noiseMultiplier: 1.1, clippingBound: 2)
        #expect(manifest.adversary.settings(.baseline)?.training.privacy == expected)
        #expect(try read().adversary.settings(.baseline)?.training.privacy == nil)
    }
}
