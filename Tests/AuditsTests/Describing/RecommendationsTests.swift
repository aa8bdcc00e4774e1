import AuditCore
import Countermeasures
import Testing

@testable import Audits

/// Countermeasures answer findings, and only what was found.
@Suite struct RecommendationsTests {
    private func gate(
        _ id: String,
        _ outcome: GateOutcome,
        _ approach: Approach?,
        low: Double = 0.65,
        high: Double = 0.75,
        statistic: Statistic = .auc
    ) -> GateResult {
        let measurement = approach.map {
            Measurement(
                attack: "transmia-svm",
                approach: $0,
                shadowSize: 100,
                statistic: statistic,
                value: (low + min(high, 1)) / 2,
                interval: Interval(low: low, high: high, confidence: 0.95),
                method: "DeLong",
                members: 300,
                nonMembers: 300
            )
        }
        return GateResult(
            gate: id,
            title: Phrase(verbatim: id),
            outcome: outcome,
            measurement: measurement,
            statistic: statistic,
            bound: .atMost,
            threshold: 0.6,
            confidence: 0.95,
            severity: .high,
            legalBasis: "",
            rationale: "",
            sentence: ""
        )
    }

    private func recommendations(
        _ gates: [GateResult],
        trials: [CountermeasureTrial] = []
    ) -> [Recommendation] {
        let findings = gates.filter { $0.outcome != .pass }.map { gate in
            Finding(
                id: "\(gate.outcome == .fail ? "leakage" : "undecided").\(gate.gate)",
                gate: gate.gate,
                title: "",
                evidence: "",
                severity: .high,
                legalBasis: "",
                remedy: ""
            )
        }
        let validity = Finding(
            id: "validity.blind-classifier",
            gate: nil,
            title: "",
            evidence: "",
            severity: .high,
            legalBasis: "",
            remedy: ""
        )
        let judgement = Judgement(
            verdict: .fail,
            sentence: "",
            policy: PolicySheet(id: "", title: "", purpose: "", limits: "", sha256: ""),
            gates: gates,
            missing: []
        )
        return Recommendations.of(findings + [validity], judgement: judgement, trials: trials)
    }

    @Test func nothingFoundNothingRecommended() {
        #expect(recommendations([gate("auc", .pass, .freezing)]).isEmpty)
        #expect(recommendations([]).isEmpty)
    }

    @Test func leakageInTheLayersIsAnsweredByWhateverProtectsThem() {
        let all = recommendations([gate("auc", .fail, .freezing), gate("tpr", .pass, .freezing)])
        #expect(all.map(\.countermeasure) == CountermeasureCatalog.general.map(\.id))
        for recommendation in all where recommendation.countermeasure != NoisyAnswers.descriptor.id {
            #expect(recommendation.helps)
            #expect(recommendation.findings == ["leakage.auc"])
        }
    }

    @Test func noiseOnAnswersDoesNotHelp() {
        for approach in [Approach.baseline, .freezing, .fineTuning] {
            let noise = recommendations([gate("auc", .fail, approach)])
                .first { $0.countermeasure == NoisyAnswers.descriptor.id }
            #expect(noise?.helps == false)
            #expect(noise?.findings == [])
        }
    }

    @Test func leakageWithoutTheLayersIsNotAnsweredBySharingLess() {
        let ids = recommendations([gate("auc", .fail, .baseline)]).filter(\.helps).map(\.countermeasure)
        #expect(!ids.contains(FewerLayers.descriptor.id))
        #expect(!ids.contains(ProtectedParameters.descriptor.id))
        #expect(ids.contains(DifferentialPrivacy.descriptor.id))
    }

    @Test func eachFindingIsTiedToWhatAnswersIt() {
        let all = recommendations([gate("auc", .fail, .baseline), gate("tpr", .inconclusive, .fineTuning, low: 0.5)])
        let byId = Dictionary(uniqueKeysWithValues: all.map { ($0.countermeasure, $0.findings) })
        #expect(byId[FewerLayers.descriptor.id] == ["undecided.tpr"])
        #expect(byId[DropoutTraining.descriptor.id] == ["leakage.auc", "undecided.tpr"])
    }

    /// Measured and passing first, the cheapest of them before the others; then what clearly lowers leakage, what was not
    /// tried, what does not help.
    @Test func whatWasMeasuredDecidesTheOrder() throws {
        let all = recommendations(
            [gate("auc", .fail, .freezing)],
            trials: [
                MadeTrials.trial(nil, auc: 0.7), MadeTrials.retrained(auc: 0.7),
                MadeTrials.trial("differential-privacy", auc: 0.5, difference: -0.1, verdict: .pass),
                MadeTrials.trial("quantisation", auc: 0.52, verdict: .pass),
                MadeTrials.trial("dropout", auc: 0.6), MadeTrials.trial("early-stopping", auc: 0.55),
                MadeTrials.trial("l2", auc: 0.69), MadeTrials.failed("fewer-layers"),
            ]
        )
        #expect(
            all.map(\.countermeasure) == [
                "quantisation", "differential-privacy", "early-stopping", "dropout", "protected-parameters",
                "fewer-layers", "l2", "noisy-answers",
            ]
        )
        #expect(all.map(\.helps) == [true, true, true, true, true, false, false, false])
        #expect(all.filter(\.helps).allSatisfy { $0.findings == ["leakage.auc"] })
        for recommendation in all {
            let isMeasured = !["protected-parameters", "noisy-answers"].contains(recommendation.countermeasure)
            #expect(recommendation.caveat.text.contains("Not measured in this audit.") == !isMeasured)
        }
        let first = try #require(all.first?.sentence.text)
        #expect(first.contains("row 4: epsilon 1"))
        #expect(first.contains("0.700 (99 % interval 0.670 to 0.730) without it and 0.520"))
        #expect(first.contains("Verdict of the policy: pass."))
        #expect(all[5].sentence.text.contains("failed, so that nothing was protected: It learned nothing"))
    }

    @Test func trialsRecommendNothingWhereNothingLeaks() {
        let trials = [
            MadeTrials.trial(nil, auc: 0.5, verdict: .pass), MadeTrials.trial("pruning", auc: 0.49, verdict: .pass),
        ]
        #expect(recommendations([gate("auc", .pass, .freezing)], trials: trials).isEmpty)
        #expect(recommendations([gate("auc", .inconclusive, .freezing, low: 0.46, high: 0.64)], trials: trials).isEmpty)
    }

    @Test func whatIsUndecidedForWantOfEvidenceNeedsNoRepair() {
        #expect(recommendations([gate("auc", .inconclusive, .freezing, low: 0.45, high: 0.55)]).isEmpty)
        #expect(recommendations([gate("auc", .inconclusive, .freezing, low: 0, high: 1)]).isEmpty)
        #expect(recommendations([gate("auc", .inconclusive, nil)]).isEmpty)
        let epsilon = gate("e", .inconclusive, .freezing, low: 0, high: .infinity, statistic: .epsilonLowerBound)
        #expect(recommendations([epsilon]).isEmpty)
    }
}
