import AuditCore

/// A depth curve with a cut that passes, one that more records would decide, and one that fails.
enum SampleDepth {
    static let curve = DepthCurve(
        baseline: row("", 0, .baseline, 0.54, .pass, accuracy: 0.81),
        rows: [
            row("stage1", 5232, .freezing, 0.55, .pass, accuracy: 0.84),
            row("stage1", 5232, .fineTuning, 0.55, .pass, accuracy: 0.86),
            row("stage2", 66800, .freezing, 0.58, .inconclusive, accuracy: 0.88),
            row("stage2", 66800, .fineTuning, 0.57, .pass, accuracy: 0.9),
            row("features", 273_392, .freezing, 0.68, .fail, accuracy: 0.9),
            row("features", 273_392, .fineTuning, 0.66, .fail, accuracy: 0.91),
        ],
        control: leakage("gap", .none, 0.53),
        attacks: ["transmia-dnn", "transmia-svm", "transmia-entropy"],
        policy: "gdpr-baseline",
        looks: 7,
        confidence: confidence,
        unjudged: ["worlds", "lira-offline/freezing"],
        utilityNote: nil
    )

    /// Three attacks on each of seven rows, and the trivial control.
    private static let confidence = 1 - 0.05 / 22

    private static func leakage(_ attack: String, _ approach: Approach, _ auc: Double) -> TrialLeakage {
        TrialLeakage(
            adversary: .any,
            attack: attack,
            approach: approach,
            auc: auc,
            interval: Interval(low: auc - 0.03, high: auc + 0.03, confidence: confidence),
            attacks: approach == .none ? 1 : 3,
            awayFromChance: auc > 0.53 ? 1 : 0
        )
    }

    private static func row(
        _ cut: String,
        _ parameters: Int,
        _ approach: Approach,
        _ auc: Double,
        _ outcome: GateOutcome,
        accuracy: Double
    ) -> DepthRow {
        let found = leakage("transmia-svm", approach, auc)
        let verdict: Verdict =
            switch outcome {
            case .pass: .pass
            case .fail: .fail
            case .inconclusive: .inconclusive
            }
        return DepthRow(
            cut: cut,
            sharedParameters: parameters,
            approach: approach,
            leakage: found,
            gates: [
                DepthGate(
                    gate: "auc",
                    outcome: outcome,
                    attack: found.attack,
                    measured: auc,
                    interval: found.interval,
                    sentence: Phrase(key: "gap.nothing-learned"),
                    recordsToDecide: outcome == .inconclusive ? 2600 : nil
                )
            ],
            verdict: verdict,
            utility: TrialUtility(
                measure: .recipient,
                approach: approach,
                accuracy: accuracy,
                interval: Interval(low: accuracy - 0.02, high: accuracy + 0.02, confidence: 0.95),
                records: 1000,
                difference: cut.isEmpty ? nil : accuracy - 0.81,
                differenceInterval: cut.isEmpty
                    ? nil : Interval(low: accuracy - 0.83, high: accuracy - 0.79, confidence: 0.95)
            )
        )
    }
}
