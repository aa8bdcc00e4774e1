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

    private func recommendations(_ gates: [GateResult]) -> [Recommendation] {
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
        return Recommendations.of(findings + [validity], judgement: judgement)
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

    @Test func whatIsUndecidedForWantOfEvidenceNeedsNoRepair() {
        #expect(recommendations([gate("auc", .inconclusive, .freezing, low: 0.45, high: 0.55)]).isEmpty)
        #expect(recommendations([gate("auc", .inconclusive, .freezing, low: 0, high: 1)]).isEmpty)
        #expect(recommendations([gate("auc", .inconclusive, nil)]).isEmpty)
        let epsilon = gate("e", .inconclusive, .freezing, low: 0, high: .infinity, statistic: .epsilonLowerBound)
        #expect(recommendations([epsilon]).isEmpty)
    }
}
