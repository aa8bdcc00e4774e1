import AuditCore
import KerasModels
import TestSupport
import Testing

@testable import Audits

/// Countermeasures tried on the planted model, which knows its members by heart.
@Suite struct LaboratoryTests {
    /// Edits that make the audit small, and its target measurable.
    static let base = [
        "[60, 90]": "[90]", "repeats: 2": "repeats: 1",
        "source: {model: source.h5}": """
        source:
          model: source.h5
          training: {epochs: 60, optimizer: adam, learningRate: 0.01, weightDecay: 0, batchSize: 32}
        """,
        "[transmia-dnn, transmia-svm, transmia-entropy]": "[loss-global, transmia-entropy]",
        "  training: {epochs: 5, optimizer: adam": """
          test: {file: data.h5, x: /targetTest/x, y: /targetTest/y}
          training: {epochs: 30, optimizer: adam
        """,
    ]

    private func trials(
        _ countermeasures: String,
        checkpoints: Bool = false,
        reference: Bool = false,
        persons: Bool = false,
        store: String? = nil
    ) throws -> [CountermeasureTrial] {
        var edits = Self.base
        edits["policy: gdpr-baseline"] = "countermeasures: \(countermeasures)\npolicy: gdpr-baseline"
        if checkpoints { edits["source: {model: source.h5}"]? += "\n  checkpoints: [round-1.h5, round-2.h5]" }
        if reference {
            edits["adversary:"] = "  reference: {file: data.h5, x: /reference/x, y: /reference/y}\nadversary:"
        }
        for role in PlantedData.roles where persons {
            edits["y: /\(role)/y}"] = "y: /\(role)/y, subject: /\(role)/subject}"
        }
        let audit = try PlantedAudit(edits) { data in
            guard persons else { return }
            // Four records each, in a row.
            for role in PlantedData.roles {
                let count = data.sets[role]?.count ?? 0
                data.sets[role]?.subjects = (0..<count).map { "\(role) \($0 / 4)" }
            }
        }
        for (index, state) in try PlantedModel.training.get().checkpoints.enumerated() where checkpoints {
            try KerasModelWriter.write(state, to: audit.folder.path("round-\(index + 1).h5"))
        }
        return try Audit.harden(
            ManifestReader.read(path: audit.folder.path("audit.yaml")),
            options: audit.options(store: store),
            progress: SilentProgress(),
            cancellation: .init()
        ).trials
    }

    private func leakage(
        _ trial: CountermeasureTrial?,
        _ adversary: TrialLeakage.Adversary = .any
    ) throws -> TrialLeakage {
        try #require(trial?.leakage.first { $0.adversary == adversary })
    }

    /// A model that is stopped before it learns its members by heart leaks less and is no worse.
    @Test func defencesInTrainingAreComparedWithTheModelTrainedAgain() throws {
        let all = try trials("[early-stopping, {l2: {weightDecay: 0.05}}]")
        #expect(all.map(\.kind) == [.original, .retrained, .countermeasure, .countermeasure])
        #expect(all.allSatisfy { $0.outcome == .measured && $0.reason == nil })
        #expect(all[2].id == "early-stopping(share 0.1, patience 5)")
        let (retrained, stopped) = (try leakage(all[1]), try leakage(all[2]))
        #expect(retrained.interval.low > 0.5 && retrained.awayFromChance > 0)
        #expect(stopped.auc < retrained.auc)
        let compared = try #require(TrialComparison(all).measured.first { $0.trial.id == all[2].id })
        #expect(compared.clearFall == retrained.auc - stopped.auc)
        for trial in all {
            let source = try #require(trial.utilities.first { $0.measure == .source })
            let recipient = try #require(trial.utilities.first { $0.measure == .recipient })
            #expect(source.records == 200 && recipient.records == 200)
            #expect(source.interval.low < source.accuracy && source.accuracy < source.interval.high)
            #expect((source.difference == nil) == (trial.kind != .countermeasure))
            #expect((recipient.differenceInterval == nil) == (trial.kind != .countermeasure))
        }
        let gain = try #require(all[2].utilities.first { $0.measure == .source })
        #expect(gain.differenceInterval.map { $0.high > 0 } == true)
        let before = try #require(all[1].utilities.first { $0.measure == .source })
        #expect(abs((gain.difference ?? 9) - (gain.accuracy - before.accuracy)) < 1e-12)
        #expect(all[1].coreSeconds > 0 && all[2].coreSeconds > 0)
        #expect(all[0].coreSeconds == 0)
    }

    /// What is done to answers does nothing for layers that have left: not one figure of their attacks changes.
    @Test func answersDoNothingForLayers() throws {
        let all = try trials("[{rounded-answers: {decimals: 0}}, label-only]")
        #expect(all.map(\.kind) == [.original, .countermeasure, .countermeasure])
        let before = try leakage(all[0], .layersAlone)
        for trial in all.dropFirst() {
            #expect(try leakage(trial, .layersAlone) == before)
            // Nor does it change what the recipient can do with them.
            #expect(trial.utilities.first { $0.measure == .recipient }?.difference == 0)
        }
        // A label alone says whether it is right, as all members' are: the area is (1 + TPR − FPR) / 2.
        let right = try #require(all[2].utilities.first { $0.measure == .source }).accuracy
        #expect(abs(try leakage(all[2], .answersAlone).auc - (1 + 1 - right) / 2) < 0.01)
        #expect(try leakage(all[0], .answersAlone).interval.low > 0.55)
    }

    /// The owner's own attack finds nothing any more; the adversary's, who answers the same way, finds less, and what is
    /// right or wrong stays. Layers are what they were.
    @Test func guardedAnswersLeaveLess() throws {
        let all = try trials("[memguard]", reference: true)
        #expect(all.map(\.outcome) == [.measured, .measured])
        #expect(try leakage(all[1], .layersAlone) == leakage(all[0], .layersAlone))
        #expect(try leakage(all[1], .answersAlone).auc < leakage(all[0], .answersAlone).auc)
        let accuracies = all.map { trial in trial.utilities.first { $0.measure == .source }?.accuracy }
        #expect(accuracies[0] == accuracies[1])
        let none = try trials("[memguard]")
        #expect(none.last?.outcome == .notApplicable)
        #expect(none.last?.reason?.text.contains("data.reference") == true)
    }

    @Test func editedLayersAreAudited() throws {
        let all = try trials("[{reinitialised-layers: {layers: 1}}, {layer-noise: {deviation: 0.0001}}, augmentation]")
        #expect(all.map(\.outcome) == [.measured, .measured, .failed, .measured, .notApplicable])
        // With a layer drawn anew below it, the head answers at chance: that is no leakage removed.
        #expect(all[2].leakage.isEmpty && all[2].verdict == nil)
        #expect(all[2].reason?.key == "trial.learned-nothing")
        let (before, after) = (try leakage(all[0]), try leakage(all[3]))
        #expect(abs(before.auc - after.auc) < 0.02)
        #expect(all[4].reason?.text.contains("images") == true)
    }

    /// The mean of states that did not yet know their members by heart; without any there is nothing to average.
    @Test func earlierStatesAreAveraged() throws {
        let all = try trials("[averaged-weights, {averaged-weights: {states: 2}}]", checkpoints: true)
        #expect(all.map(\.outcome) == [.measured, .measured, .measured])
        #expect(try leakage(all[1], .layersAlone) != leakage(all[0], .layersAlone))
        #expect(try leakage(all[1], .layersAlone) != leakage(all[2], .layersAlone))
        let none = try trials("[averaged-weights]")
        #expect(none.last?.outcome == .notApplicable)
        #expect(none.last?.reason?.text.contains("source.checkpoints") == true)
    }

    /// With records that are not members, the model can be kept from knowing its members by heart.
    @Test func referenceRecordsProtect() throws {
        let all = try trials("[adversarial-regularisation, distillation, domain-adaptation]", reference: true)
        #expect(all.allSatisfy { $0.outcome == .measured }, "\(all.compactMap { $0.reason?.text })")
        let retrained = try leakage(all[1])
        for trial in all.dropFirst(2) {
            #expect(try leakage(trial).auc < retrained.auc, "\(trial.id)")
            #expect(try #require(trial.utilities.first { $0.measure == .source }).accuracy > 0.5, "\(trial.id)")
        }
        let none = try trials("[adversarial-regularisation, distillation, domain-adaptation]")
        for trial in none.suffix(3) {
            #expect(trial.outcome == .notApplicable)
            #expect(trial.reason?.text.contains("data.reference") == true)
        }
    }

    /// A model that learns nothing is a failure, and says so.
    @Test func aTrainingThatFailsIsNoProtection() throws {
        let all = try trials("[{l2: {weightDecay: 1}}]")
        #expect(all.last?.outcome == .failed)
        #expect(all.last?.leakage.isEmpty == true)
        #expect(all.last?.reason?.isEmpty == false)
        #expect(all[1].outcome == .measured)
    }

    /// The accounted ε is an upper bound: no attack may show more.
    @Test func differentialPrivacyIsAccounted() throws {
        let all = try trials("[{differential-privacy: {epsilon: 20, epochs: 30, batchSize: 50}}]")
        let trial = try #require(all.last)
        #expect(trial.outcome == .measured)
        let privacy = try #require(trial.privacy)
        #expect(privacy.pld <= 20 && privacy.pld > 19.9 && privacy.rdp >= privacy.pld)
        #expect(privacy.records == 200 && privacy.batch == 50 && privacy.steps == 120 && privacy.clip == 1)
        #expect((trial.epsilonLowerBound ?? 99) <= privacy.pld)
        #expect(try leakage(trial).auc < leakage(all[1]).auc)
        #expect(all[1].privacy == nil)
    }

    /// With persons as units, ε is theirs; where nobody says whose the records are, they cannot be.
    @Test func personsCanBeProtected() throws {
        let asked = "[{differential-privacy: {epsilon: 20, epochs: 30, batchSize: 12, persons: 1, contributions: 2}}]"
        let trial = try #require(try trials(asked, persons: true).last)
        #expect(trial.outcome == .measured, "\(trial.reason?.text ?? "")")
        let privacy = try #require(trial.privacy)
        #expect(privacy.unit == .person && privacy.records == 50 && privacy.batch == 12 && privacy.steps == 125)
        let without = try #require(try trials(asked).last)
        #expect(without.outcome == .notApplicable)
        #expect(without.reason?.text.contains("subject") == true)
    }

    @Test func theSameAgainTrainsNothing() throws {
        let folder = try WorkFolder()
        let first = try trials("[early-stopping]", store: folder.path("store"))
        let again = try trials("[early-stopping]", store: folder.path("store"))
        #expect(first == again)
    }
}
