import AuditCore
import Statistics

/// Figures of the decisions at the shadow-chosen threshold: the paper's (section 5.2) and the modern ones.
///
/// Over repeats a figure is the mean. Intervals hold for the audited sample: they are computed at the mean counts, which
/// is conservative, since the average of R binomial counts varies at most as much as one of them.
struct DecisionMeasurements {
    let group: MeasuredGroup
    let confidence: Double

    /// Accuracy, precision, recall, undefined precision, TPR, FPR and advantage.
    func all() -> [Measurement] { [accuracy(), precision(), recall(), undefinedPrecision()] + pooled() }

    private static let classMethod = Phrase(key: "method.classes")

    private func present(_ counts: [ClassCounts]) -> [ClassCounts] { counts.filter { $0.records > 0 } }

    private func accuracy() -> Measurement {
        let values = group.counts.map { counts in
            Descriptive.mean(present(counts).map { Double($0.right) / Double($0.records) })
        }
        let labels = group.counts[0].indices.filter { group.counts[0][$0].records > 0 }
        let strata = labels.map { (group.mean($0, \.right), group.mean($0, \.records)) }
        return group.measurement(
            .accuracy,
            values,
            interval: interval(strata),
            method: Self.classMethod,
            note: group.clusterNote
        )
    }

    private func recall() -> Measurement {
        let labels = group.counts[0].indices.filter { group.counts[0][$0].members > 0 }
        let values = group.counts.map { counts in
            Descriptive.mean(labels.map { Double(counts[$0].truePositives) / Double(counts[$0].members) })
        }
        let strata = labels.map { (group.mean($0, \.truePositives), group.mean($0, \.members)) }
        return group.measurement(
            .recall,
            values,
            interval: interval(strata),
            method: Self.classMethod,
            note: group.clusterNote
        )
    }

    private func precision() -> Measurement {
        let strata = group.counts.map { counts in
            counts.filter { $0.called > 0 }.map { (Double($0.truePositives), Double($0.called)) }
        }
        let values = strata.map { classes in Descriptive.mean(classes.map { $0.0 / $0.1 }) }
        // The classes called differ between repeats, so there is no mean count: the half widths are averaged instead.
        let ends = strata.compactMap(interval)
        var interval: Interval?
        if let low = Descriptive.mean(ends.map(\.low)), let high = Descriptive.mean(ends.map(\.high)) {
            interval = Interval(low: low, high: high, confidence: confidence)
        }
        return group.measurement(
            .precision,
            values,
            interval: interval,
            method: Phrase(key: "method.precision"),
            note: ends.isEmpty ? Phrase(key: "note.precision-undefined") : group.clusterNote
        )
    }

    private func undefinedPrecision() -> Measurement {
        let values: [Double?] = group.counts.map { counts in
            let classes = present(counts)
            return classes.isEmpty ? nil : Double(classes.count { $0.called == 0 }) / Double(classes.count)
        }
        let classes = Double(present(group.counts[0]).count)
        let bounds = ClopperPearson.interval(
            successes: (Descriptive.mean(values.compactMap(\.self)) ?? 0) * classes,
            trials: classes,
            confidence: confidence
        )
        return group.measurement(
            .undefinedPrecision,
            values,
            interval: bounds.map { Interval(low: $0.low, high: $0.high, confidence: confidence) },
            method: Phrase(key: "method.class-share")
        )
    }

    private func pooled() -> [Measurement] {
        let members = Double(group.book.members)
        let nonMembers = Double(group.book.nonMembers)
        let positives = group.counts.map { $0.reduce(0) { $0 + $1.truePositives } }.map(Double.init)
        let falsePositives = group.counts.map { $0.reduce(0) { $0 + $1.falsePositives } }.map(Double.init)
        let rates = positives.map { $0 / members }
        let falseRates = falsePositives.map { $0 / nonMembers }
        let hits = (group.mean(\.truePositives), members)
        let alarms = (group.mean(\.falsePositives), nonMembers)
        let difference = DifferenceOfProportions.interval(first: hits, second: alarms, confidence: confidence)
        let method = Phrase(key: "method.proportion")
        let note = group.clusterNote
        return [
            group.measurement(.tpr, rates, interval: proportion(hits), method: method, note: note),
            group.measurement(.fpr, falseRates, interval: proportion(alarms), method: method, note: note),
            group.measurement(
                .advantage,
                zip(rates, falseRates).map { $0 - $1 },
                interval: group.ranksNobody
                    ? Interval(low: -1, high: 1, confidence: confidence)
                    : difference.map { Interval(low: $0.low, high: $0.high, confidence: confidence) },
                method: Phrase(key: group.ranksNobody ? "method.whole-range" : "method.advantage"),
                note: group.ranksNobody ? MeasuredGroup.emptyNote : note
            ),
        ]
    }

    private func proportion(_ counts: (Double, Double)) -> Interval? {
        ClopperPearson.interval(successes: counts.0, trials: counts.1, confidence: confidence)
            .map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
    }

    private func interval(_ strata: [(Double, Double)]) -> Interval? {
        MeanOfProportions.interval(strata.map { (successes: $0.0, trials: $0.1) }, confidence: confidence)
            .map { Interval(low: $0.low, high: $0.high, confidence: confidence) }
    }
}
