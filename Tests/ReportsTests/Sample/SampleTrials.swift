import AuditCore

/// Trials with every outcome: the model as it is, the model trained again, one that helps, one that fails, one that does not
/// apply, one that is inconclusive; and what they say to do.
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
            isOnFront: true,
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
        trial(
            "early-stopping(share 0.1, patience 5)",
            .countermeasure,
            countermeasure: "early-stopping",
            settings: [.init(name: "share", value: 0.1), .init(name: "patience", value: 5)],
            auc: 0.56,
            source: 0.71,
            recipient: 0.905,
            isOnFront: true,
            verdict: .inconclusive,
            recordsToDecide: 11_834,
            coreSeconds: 240
        ),
    ]

    static let advice = TrialAdvice(
        conclusion: .passes,
        trial: all[2].id,
        sentences: [
            Phrase(key: "advice.cheapest", ["trial": .phrase(name(2))]),
            Phrase(
                key: "trial.difference",
                [
                    "accuracy": .phrase(accuracy),
                    "difference": .phrase(
                        Phrase(
                            key: "measured.interval",
                            [
                                "value": .number(-0.06, .value), "confidence": .number(0.95, .confidence),
                                "low": .number(-0.08, .value), "high": .number(-0.04, .value),
                            ]
                        )
                    ),
                ]
            ),
            Phrase(
                key: "advice.undecided",
                [
                    "trials": .list(
                        [
                            Phrase(
                                key: "advice.undecided-trial",
                                ["trial": .phrase(name(5)), "count": .estimate(11_834)]
                            )
                        ],
                        .semicolon
                    )
                ]
            ),
            Phrase(
                key: "advice.failed",
                [
                    "trials": .list(
                        [
                            Phrase(
                                key: "advice.failed-trial",
                                ["trial": .phrase(name(3)), "reason": .phrase(all[3].reason ?? "")]
                            )
                        ],
                        .semicolon
                    )
                ]
            ),
        ]
    )

    private static func name(_ index: Int) -> Phrase {
        Phrase(key: "trial.name", ["title": .phrase(all[index].title), "row": .whole(index + 1)])
    }

    private static let accuracy = Phrase(
        key: "trial.accuracy-recipient",
        ["approach": .phrase(Phrase(key: "approach-name.freezing"))]
    )

    /// The Pareto front and the bounds of ε.
    static let figures = [
        Figure(
            id: "pareto",
            title: Phrase(key: "figure.pareto"),
            alternative: Phrase(
                key: "figure.pareto-alternative",
                ["rows": .list(["3", "6"], .comma)]
            ),
            x: Figure.Axis(title: Phrase(key: "figure.pareto-x"), range: 0.45...0.77),
            y: Figure.Axis(title: accuracy, range: 0.81...0.93),
            series: [
                points("original", [0]), points("retrained", [1]), points("passes", [2]), points("undecided", [5]),
                Figure.Series(
                    name: Phrase(key: "figure.pareto-front"),
                    style: .reference,
                    points: [.init(x: 0.51, y: 0.84), .init(x: 0.56, y: 0.905)]
                ),
            ]
        ),
        Figure(
            id: "epsilon",
            title: Phrase(key: "figure.epsilon"),
            alternative: Phrase(key: "figure.epsilon-alternative"),
            x: Figure.Axis(title: Phrase(key: "figure.row-axis"), range: 0.5...6.5, step: 1),
            y: Figure.Axis(title: Phrase(key: "figure.epsilon-axis")),
            series: [
                Figure.Series(
                    name: Phrase(key: "figure.epsilon-shown"),
                    style: .points,
                    points: [1, 2, 3, 6].map { .init(x: $0, y: 0.1) }
                ),
                Figure.Series(
                    name: Phrase(key: "figure.epsilon-pld"),
                    style: .points,
                    points: [.init(x: 3, y: 0.999)]
                ),
                Figure.Series(
                    name: Phrase(key: "figure.epsilon-rdp"),
                    style: .points,
                    points: [.init(x: 3, y: 1.1)]
                ),
            ]
        ),
    ]

    private static func points(_ key: String, _ indices: [Int]) -> Figure.Series {
        let points = indices.compactMap { index -> Figure.Point? in
            guard let auc = all[index].leakage.first, let accuracy = all[index].utilities.last else { return nil }
            return Figure.Point(
                x: auc.auc,
                y: accuracy.accuracy,
                horizontal: auc.interval.low...auc.interval.high,
                vertical: accuracy.interval.low...accuracy.interval.high,
                label: "\(index + 1)"
            )
        }
        return Figure.Series(name: Phrase(key: "pareto.\(key)"), style: .points, points: points)
    }

    private static func leakage(
        _ adversary: TrialLeakage.Adversary,
        _ attack: String,
        _ approach: Approach,
        _ auc: Double,
        of attacks: Int
    ) -> TrialLeakage {
        let interval = Interval(low: auc - 0.03, high: auc + 0.03, confidence: 1 - 0.05 / Double(attacks))
        return TrialLeakage(
            adversary: adversary,
            attack: attack,
            approach: approach,
            auc: auc,
            interval: interval,
            attacks: attacks,
            awayFromChance: interval.low > 0.5 ? attacks - 1 : 0
        )
    }

    private static func trial(
        _ id: String,
        _ kind: CountermeasureTrial.Kind,
        countermeasure: String = "",
        settings: [CountermeasureTrial.Setting] = [],
        auc: Double,
        source: Double,
        recipient: Double,
        isOnFront: Bool = false,
        privacy: TrialPrivacy? = nil,
        verdict: Verdict? = nil,
        recordsToDecide: Int? = nil,
        coreSeconds: Double = 0
    ) -> CountermeasureTrial {
        func interval(_ value: Double) -> Interval { Interval(low: value - 0.02, high: value + 0.02, confidence: 0.95) }
        let isCompared = kind == .countermeasure
        let title: Phrase =
            switch kind {
            case .original: Phrase(key: "trial.original")
            case .retrained: Phrase(key: "trial.retrained")
            case .countermeasure: Phrase(key: "countermeasure.\(countermeasure).title")
            }
        return CountermeasureTrial(
            id: id,
            kind: kind,
            countermeasure: countermeasure,
            title: title,
            settings: settings,
            outcome: .measured,
            leakage: [
                leakage(.any, "transmia-svm", .freezing, auc, of: 12),
                leakage(.answersAlone, "transmia-entropy", .baseline, auc - 0.01, of: 4),
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
            verdict: verdict ?? (isCompared ? .pass : .fail),
            recordsToDecide: recordsToDecide,
            coreSeconds: coreSeconds,
            isOnFront: isOnFront
        )
    }
}
