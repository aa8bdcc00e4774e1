import AuditCore

/// Trials made by hand.
enum MadeTrials {
    /// - Parameters:
    ///   - countermeasure: nil for the model as it is.
    ///   - difference: of the recipient's accuracy, ± 0.02.
    static func trial(
        _ countermeasure: String?,
        auc: Double,
        accuracy: Double = 0.8,
        difference: Double? = 0,
        verdict: Verdict = .fail,
        recordsToDecide: Int? = nil,
        coreSeconds: Double = 10,
        privacy: TrialPrivacy? = nil
    ) -> CountermeasureTrial {
        CountermeasureTrial(
            id: countermeasure ?? "original",
            kind: countermeasure == nil ? .original : .countermeasure,
            countermeasure: countermeasure ?? "",
            title: countermeasure.map { Phrase(key: "countermeasure.\($0).title") } ?? Phrase(key: "trial.original"),
            settings: [.init(name: "epsilon", value: 1)],
            outcome: .measured,
            leakage: [leakage(auc)],
            utilities: [
                utility(.source, .none, 0.5, nil),
                utility(.recipient, .freezing, accuracy, countermeasure.flatMap { _ in difference }),
                utility(.recipient, .fineTuning, 0.1, nil),
            ],
            epsilonLowerBound: 0.2,
            privacy: privacy,
            verdict: verdict,
            recordsToDecide: recordsToDecide,
            coreSeconds: coreSeconds
        )
    }

    /// The model trained again.
    static func retrained(auc: Double, verdict: Verdict = .fail) -> CountermeasureTrial {
        CountermeasureTrial(
            id: "retrained",
            kind: .retrained,
            title: Phrase(key: "trial.retrained"),
            outcome: .measured,
            leakage: [leakage(auc)],
            utilities: [utility(.recipient, .freezing, 0.8, nil)],
            epsilonLowerBound: 0.3,
            verdict: verdict,
            coreSeconds: 10
        )
    }

    static func failed(_ countermeasure: String) -> CountermeasureTrial {
        CountermeasureTrial(
            id: countermeasure,
            kind: .countermeasure,
            countermeasure: countermeasure,
            title: Phrase(key: "countermeasure.\(countermeasure).title"),
            outcome: .failed,
            reason: Phrase(
                key: "trial.learned-nothing",
                ["members": .whole(1), "nonMembers": .whole(1), "chance": .whole(1)]
            )
        )
    }

    static func bound(_ epsilon: Double) -> TrialPrivacy {
        TrialPrivacy(
            rdp: epsilon + 0.1,
            pld: epsilon,
            delta: 1e-5,
            noise: 1,
            clip: 1,
            records: 100,
            batch: 10,
            steps: 10
        )
    }

    private static func leakage(_ auc: Double) -> TrialLeakage {
        TrialLeakage(
            adversary: .any,
            attack: "transmia-svm",
            approach: .freezing,
            auc: auc,
            interval: Interval(low: auc - 0.03, high: auc + 0.03, confidence: 0.99),
            attacks: 5,
            awayFromChance: abs(auc - 0.5) > 0.03 ? 3 : 0
        )
    }

    private static func utility(
        _ measure: TrialUtility.Measure,
        _ approach: Approach,
        _ accuracy: Double,
        _ difference: Double?
    ) -> TrialUtility {
        TrialUtility(
            measure: measure,
            approach: approach,
            accuracy: accuracy,
            interval: Interval(low: accuracy - 0.02, high: accuracy + 0.02, confidence: 0.95),
            records: 500,
            difference: difference,
            differenceInterval: difference.map { Interval(low: $0 - 0.02, high: $0 + 0.02, confidence: 0.95) }
        )
    }
}
