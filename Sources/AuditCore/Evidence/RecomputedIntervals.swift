import Statistics

/// Intervals at a confidence that a record does not hold, where they follow exactly from what it does hold.
///
/// True- and false-positive rates and the advantage follow from the rates and the sample sizes; accuracy and recall from
/// the figures per class. A method counts only when it gives back the interval that the record holds at its own
/// confidence. Nothing else is recomputed: for the AUC, TPR at an FPR and ε the record does not hold the scores.
public struct RecomputedIntervals {
    private let measurements: [Measurement]
    private let classes: [ClassMeasurement]

    /// Looks at a record's figures.
    public init(measurements: [Measurement], classes: [ClassMeasurement]) {
        self.measurements = measurements
        self.classes = classes
    }

    /// The measurement at another confidence; nil where it does not follow from the record.
    public func measurement(_ measurement: Measurement, confidence: Double) -> Measurement? {
        guard let value = measurement.value, value.isFinite, measurement.group == nil,
            confidence > 0, confidence < 1, let held = measurement.interval,
            let check = interval(measurement, value, held.confidence), isClose(check.low, held.low),
            isClose(check.high, held.high), let wanted = interval(measurement, value, confidence)
        else { return nil }
        return Measurement(
            attack: measurement.attack,
            approach: measurement.approach,
            shadowSize: measurement.shadowSize,
            statistic: measurement.statistic,
            value: value,
            interval: Interval(low: wanted.low, high: wanted.high, confidence: confidence),
            method: Phrase(key: "method.recomputed", ["method": .phrase(measurement.method)]),
            members: measurement.members,
            nonMembers: measurement.nonMembers,
            repeats: measurement.repeats,
            standardDeviation: measurement.standardDeviation,
            note: measurement.note,
            population: measurement.population
        )
    }

    private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-6 }

    private func interval(
        _ measurement: Measurement,
        _ value: Double,
        _ confidence: Double
    ) -> (low: Double, high: Double)? {
        let members = Double(measurement.members)
        let nonMembers = Double(measurement.nonMembers)
        switch measurement.statistic {
        case .tpr: return rate(value, members, confidence)
        case .fpr: return rate(value, nonMembers, confidence)
        case .advantage:
            guard let hits = sibling(of: measurement, .tpr), let alarms = sibling(of: measurement, .fpr),
                let found = DifferenceOfProportions.interval(
                    first: (hits * members, members),
                    second: (alarms * nonMembers, nonMembers),
                    confidence: confidence
                )
            else { return nil }
            return (found.low, found.high)
        case .accuracy, .recall:
            let strata = strata(of: measurement)
            return MeanOfProportions.interval(strata, confidence: confidence).map { ($0.low, $0.high) }
        default: return nil
        }
    }

    private func rate(_ value: Double, _ trials: Double, _ confidence: Double) -> (low: Double, high: Double)? {
        guard trials > 0, value >= 0, value <= 1 else { return nil }
        return ClopperPearson.interval(successes: value * trials, trials: trials, confidence: confidence)
    }

    private func sibling(of measurement: Measurement, _ statistic: Statistic) -> Double? {
        measurements.first {
            $0.statistic == statistic && $0.attack == measurement.attack && $0.approach == measurement.approach
                && $0.shadowSize == measurement.shadowSize && $0.group == nil
        }?.value
    }

    private func strata(of measurement: Measurement) -> [(successes: Double, trials: Double)] {
        let own = classes.filter {
            $0.attack == measurement.attack && $0.approach == measurement.approach
                && $0.shadowSize == measurement.shadowSize
        }
        if measurement.statistic == .accuracy {
            return own.map { figures in
                let records = Double(figures.members) + Double(figures.nonMembers)
                return (min(records, max(0, figures.accuracy * records)), records)
            }
        }
        return own.compactMap { figures in
            figures.recall.map {
                (min(Double(figures.members), max(0, $0 * Double(figures.members))), Double(figures.members))
            }
        }
    }
}
