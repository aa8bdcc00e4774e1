import AuditCore

/// The figures of the hand-made audit.
enum SampleMeasurements {
    private struct Combination {
        let attack: String
        let approach: Approach
        let size: Int

        /// The invented accuracy.
        var accuracy: Double {
            if attack == "gap" { return 0.6243 }
            if attack == "target-blackbox-dnn" { return 0.5012 }
            let base: Double = approach == .baseline ? 0.512 : approach == .freezing ? 0.625 : 0.6
            let order = Double(SampleRecord.attacks.firstIndex(of: attack) ?? 0)
            return base + (order - 1) * 0.01 + (size == 1000 ? 0.008 : 0)
        }
    }

    private static let combinations =
        SampleRecord.attacks.flatMap { attack in
            SampleRecord.approaches.flatMap { approach in
                SampleRecord.sizes.map { Combination(attack: attack, approach: approach, size: $0) }
            }
        } + [
            Combination(attack: "target-blackbox-dnn", approach: .freezing, size: 1000),
            Combination(attack: "gap", approach: .none, size: 0),
        ]

    static let all = combinations.flatMap { of($0) }

    /// Each part is once the largest, and once not measured.
    static let uncertainties = combinations.filter { $0.approach != .none }.map { combination in
        let isLost = combination.attack == "transmia-dnn" && combination.approach == .baseline
        let hasRepeats = combination.approach == .freezing
        return UncertaintySplit(
            attack: combination.attack,
            approach: combination.approach,
            shadowSize: combination.size,
            sample: 0.0054,
            shadow: isLost ? nil : hasRepeats ? 0.0031 : 0.0092,
            shadowMethod: isLost ? nil : hasRepeats ? .repeats : .jackknife,
            training: isLost ? 0.0118 : combination.attack == "transmia-svm" ? nil : 0.0007
        )
    }

    private static func of(_ combination: Combination) -> [Measurement] {
        let accuracy = combination.accuracy
        func figure(_ statistic: Statistic, _ value: Double?, _ half: Double, note: Phrase? = nil) -> Measurement {
            Measurement(
                attack: combination.attack,
                approach: combination.approach,
                shadowSize: combination.size,
                statistic: statistic,
                value: value,
                interval: value.map { Interval(low: max(0, $0 - half), high: $0 + half, confidence: 0.95) },
                method: statistic == .auc ? "DeLong" : "Clopper–Pearson",
                members: 5000,
                nonMembers: 5000,
                repeats: combination.attack == "gap" ? 1 : 3,
                standardDeviation: combination.attack == "gap" ? nil : half / 3,
                note: note
            )
        }
        let isLost = combination.attack == "transmia-dnn" && combination.approach == .baseline
        return [
            figure(.accuracy, accuracy, 0.0096),
            figure(.precision, accuracy - 0.04, 0.015),
            figure(.recall, 0.9, 0.01),
            figure(.undefinedPrecision, isLost ? 0.3 : 0, 0.02),
            figure(.auc, accuracy + 0.03, 0.0106),
            figure(.tprAt10, 0.21, 0.011),
            figure(.tprAt1, 0.0254, 0.0045),
            figure(.tprAt01, nil, 0, note: "not identifiable with 500 non-members per class; 1,000 would do"),
            figure(.tpr, 0.9, 0.01),
            figure(.fpr, 0.65, 0.013),
            figure(.advantage, 2 * accuracy - 1, 0.02),
            combination.attack == "transmia-svm" && combination.approach == .freezing
                ? figure(.epsilonLowerBound, .infinity, 0.1) : figure(.epsilonLowerBound, 0.4321098765, 0.1),
        ]
    }

    /// The figures per class, the last class under the name given.
    static func perClass(renaming last: String) -> [ClassMeasurement] {
        combinations.flatMap { combination in
            SampleRecord.classes.enumerated().map { index, name in
                let accuracy = combination.accuracy + Double(index - 5) * 0.008
                return ClassMeasurement(
                    attack: combination.attack,
                    approach: combination.approach,
                    shadowSize: combination.size,
                    className: index == SampleRecord.classes.count - 1 ? last : name,
                    members: 500,
                    nonMembers: 500,
                    accuracy: accuracy,
                    accuracyInterval: Interval(low: accuracy - 0.03, high: accuracy + 0.03, confidence: 0.95),
                    precision: index == 2 ? nil : accuracy - 0.04,
                    recall: 0.9,
                    auc: index == 3 ? nil : accuracy + 0.02
                )
            }
        }
    }
}
