import AuditCore

/// Trials with every outcome: the model as it is, the model trained again, one that helps, one that fails, one that does not
/// apply.
enum SampleTrials {
    static let all = [
        trial("original", .original, auc: 0.71, source: 0.72, recipient: 0.9),
        trial("retrained", .retrained, auc: 0.7, source: 0.72, recipient: 0.9, coreSeconds: 600),
        trial(
            "differential-privacy(epsilon 1, delta 1e-05)",
            .countermeasure,
            countermeasure: "differential-privacy",
            settings: [.init(name: "epsilon", value: 1), .init(name: "delta", value: 1e-5)],
            auc: 0.51,
            source: 0.45,
            recipient: 0.84,
            privacy: TrialPrivacy(
                unit: .person,
                rdp: 1.1,
                pld: 0.999,
                delta: 1e-5,
                noise: 1.8,
                clip: 1,
                records: 5000,
                batch: 256,
                steps: 400
            ),
            coreSeconds: 1200
        ),
        CountermeasureTrial(
            id: "l2(weightDecay 1)",
            kind: .countermeasure,
            countermeasure: "l2",
            title: Phrase(key: "countermeasure.l2.title"),
            settings: [.init(name: "weightDecay", value: 1)],
            outcome: .failed,
            reason: Phrase(
                key: "trial.learned-nothing",
                [
                    "members": .number(0.1, .roundedPercent), "nonMembers": .number(0.1, .roundedPercent),
                    "chance": .number(0.1, .roundedPercent),
                ]
            ),
            coreSeconds: 600
        ),
        CountermeasureTrial(
            id: "augmentation(pixels 2, mirrored 1)",
            kind: .countermeasure,
            countermeasure: "augmentation",
            title: Phrase(key: "countermeasure.augmentation.title"),
            outcome: .notApplicable,
            reason: Phrase(key: "trial.nothing-to-measure")
        ),
    ]

    private static func trial(
        _ id: String,
        _ kind: CountermeasureTrial.Kind,
        countermeasure: String = "",
        settings: [CountermeasureTrial.Setting] = [],
        auc: Double,
        source: Double,
        recipient: Double,
        privacy: TrialPrivacy? = nil,
        coreSeconds: Double = 0
    ) -> CountermeasureTrial {
        func interval(_ value: Double) -> Interval { Interval(low: value - 0.02, high: value + 0.02, confidence: 0.95) }
        let isCompared = kind == .countermeasure
        let title: Phrase =
            switch kind {
            case .original: Phrase(key: "trial.original")
            case .retrained: Phrase(key: "trial.retrained")
            case .countermeasure: Phrase(key: "countermeasure.differential-privacy.title")
            }
        return CountermeasureTrial(
            id: id,
            kind: kind,
            countermeasure: countermeasure,
            title: title,
            settings: settings,
            outcome: .measured,
            leakage: [
                TrialLeakage(
                    adversary: .any,
                    attack: "transmia-svm",
                    approach: .freezing,
                    auc: auc,
                    interval: interval(auc)
                ),
                TrialLeakage(
                    adversary: .answersAlone,
                    attack: "transmia-entropy",
                    approach: .baseline,
                    auc: auc - 0.01,
                    interval: interval(auc - 0.01)
                ),
            ],
            utilities: [
                TrialUtility(
                    measure: .source,
                    approach: .none,
                    accuracy: source,
                    interval: interval(source),
                    records: 5000,
                    difference: isCompared ? source - 0.72 : nil,
                    differenceInterval: isCompared ? interval(source - 0.72) : nil
                ),
                TrialUtility(
                    measure: .recipient,
                    approach: .freezing,
                    accuracy: recipient,
                    interval: interval(recipient),
                    records: 1000,
                    difference: isCompared ? recipient - 0.9 : nil,
                    differenceInterval: isCompared ? interval(recipient - 0.9) : nil
                ),
            ],
            epsilonLowerBound: 0.1,
            privacy: privacy,
            verdict: isCompared ? .pass : .fail,
            coreSeconds: coreSeconds
        )
    }
}
