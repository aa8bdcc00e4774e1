import AuditCore
import Statistics
import Tensors

/// Turns scores into figures with intervals (DESIGN.md section 7).
struct Measuring {
    let book: ScoreBook
    /// The confidences at which a statistic is wanted; the first one is used where a single figure stands.
    let confidences: (Statistic) -> [Double]
    let delta: Double
    let seed: Seed

    /// Every figure of every group, in the order of the runs.
    func measurements() -> [Measurement] {
        let groups = book.groups.map { MeasuredGroup($0, in: book) }
        let all = Set(Statistic.allCases.flatMap(confidences)).sorted(by: >)
        var result: [Measurement] = []
        var epsilon = groups.map { _ in [Measurement]() }
        for confidence in confidences(.epsilonLowerBound) {
            for (index, measurement) in epsilonLowerBounds(groups, confidence).enumerated() {
                epsilon[index].append(measurement)
            }
        }
        for (index, group) in groups.enumerated() {
            for confidence in all {
                let figures =
                    DecisionMeasurements(group: group, confidence: confidence).all()
                    + RankingMeasurements(group: group, confidence: confidence, seed: seed).all()
                result += figures.filter { confidences($0.statistic).contains(confidence) }
            }
            result += epsilon[index]
        }
        return result
    }

    /// ε lower bounds at the shadow-chosen thresholds, with Holm's correction over everything that was looked at.
    private func epsilonLowerBounds(_ groups: [MeasuredGroup], _ confidence: Double) -> [Measurement] {
        let counts = groups.map { group in
            EpsilonCounts(
                truePositives: group.mean(\.truePositives),
                members: Double(book.members),
                falsePositives: group.mean(\.falsePositives),
                nonMembers: Double(book.nonMembers)
            )
        }
        let bounds = EpsilonLowerBound.holm(counts, delta: delta, alpha: 1 - confidence)
        return zip(groups, bounds).map { group, bound in
            Measurement(
                attack: group.attack,
                approach: group.approach,
                shadowSize: group.size,
                statistic: .epsilonLowerBound,
                value: bound,
                interval: Interval(low: bound, high: .infinity, confidence: confidence),
                method: Phrase(
                    key: "method.epsilon",
                    ["count": .whole(groups.count), "delta": .number(delta, .full)]
                ),
                members: book.members,
                nonMembers: book.nonMembers,
                repeats: group.runs.count,
                note: Phrase(key: "note.indicative"),
                population: book.population
            )
        }
    }

    /// The figures of every class of every group.
    func classMeasurements(_ names: [String]) -> [ClassMeasurement] {
        let confidence = confidences(.accuracy).first ?? 0.95
        return book.groups.flatMap { runs in
            let group = MeasuredGroup(runs, in: book)
            return (0..<book.classes).compactMap { classMeasurement(group, $0, names[$0], confidence) }
        }
    }

    private func classMeasurement(
        _ group: MeasuredGroup,
        _ label: Int,
        _ name: String,
        _ confidence: Double
    ) -> ClassMeasurement? {
        let first = group.counts[0][label]
        let right = group.mean(label, \.right)
        guard first.records > 0,
            let bounds = ClopperPearson.interval(
                successes: right,
                trials: Double(first.records),
                confidence: confidence
            )
        else { return nil }
        let precisions = group.counts.map { $0[label] }.filter { $0.called > 0 }
            .map { Double($0.truePositives) / Double($0.called) }
        let aucs = group.runs.compactMap { run in
            ROC.auc(
                members: (0..<book.members).filter { book.labels[$0] == label }.map { run.scores.scores[$0] },
                nonMembers: (book.members..<book.labels.count).filter { book.labels[$0] == label }
                    .map { run.scores.scores[$0] }
            )
        }
        return ClassMeasurement(
            attack: group.attack,
            approach: group.approach,
            shadowSize: group.size,
            className: name,
            members: first.members,
            nonMembers: first.nonMembers,
            accuracy: right / Double(first.records),
            accuracyInterval: Interval(low: bounds.low, high: bounds.high, confidence: confidence),
            precision: Descriptive.mean(precisions),
            recall: first.members > 0 ? group.mean(label, \.truePositives) / Double(first.members) : nil,
            auc: Descriptive.mean(aucs)
        )
    }
}
