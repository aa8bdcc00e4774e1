import AuditCore

/// Holds one measurement against one gate (DESIGN.md, section 7): an interval decides, never a value alone.
struct MeasurementJudge {
    let gate: Gate
    /// The smallest sample that counts.
    let sample: SampleSize

    func opinion(on measurement: Measurement) -> Opinion {
        guard let value = measurement.value else { return unidentifiable(measurement) }
        let smallest = max(sample.members, sample.nonMembers)
        if measurement.members < sample.members || measurement.nonMembers < sample.nonMembers {
            let reason = Phrase(
                key: "undecided.sample",
                [
                    "members": .whole(measurement.members), "nonMembers": .whole(measurement.nonMembers),
                    "neededMembers": .whole(sample.members), "neededNonMembers": .whole(sample.nonMembers),
                ]
            )
            return undecided(measurement, reason, records: smallest)
        }
        if value.isNaN { return undecided(measurement, Phrase(key: "undecided.no-value")) }
        if let interval = measurement.interval {
            guard abs(interval.confidence - gate.confidence) < 1e-9 else {
                let reason = Phrase(
                    key: "undecided.confidence",
                    ["own": .number(interval.confidence, .percent), "asked": .number(gate.confidence, .percent)]
                )
                return undecided(measurement, reason)
            }
            guard interval.low <= interval.high else {
                return undecided(measurement, Phrase(key: "undecided.unusable-interval"))
            }
        }
        if gate.statistic == .epsilonLowerBound { return lowerBound(measurement, value) }
        guard let interval = measurement.interval else {
            return undecided(measurement, Phrase(key: "undecided.no-interval"))
        }
        return decide(measurement, value, interval)
    }

    private func decide(_ measurement: Measurement, _ value: Double, _ interval: Interval) -> Opinion {
        let unfavourable = gate.bound == .atMost ? interval.high : interval.low
        let favourable = gate.bound == .atMost ? interval.low : interval.high
        if respects(unfavourable) { return decided(measurement, .pass) }
        if !respects(favourable) { return decided(measurement, .fail) }
        // An interval over the whole range says that the attack showed nothing; more records would not change that.
        guard interval.low > 0 || interval.high < 1 else {
            return undecided(measurement, Phrase(key: "undecided.whole-range"))
        }
        // More records do not make more shadow worlds.
        guard gate.statistic != .attributeAUC else { return undecided(measurement, Phrase(key: "undecided.across")) }
        let end = respects(value) ? unfavourable : favourable
        return undecided(
            measurement,
            Phrase(key: "undecided.across"),
            records: SampleEstimate(
                halfWidth: abs(end - value),
                distance: abs(value - gate.threshold),
                members: measurement.members,
                nonMembers: measurement.nonMembers
            ).records
        )
    }

    /// The value is itself the lower end of an interval that is open above. Above the threshold it proves a violation.
    /// Below, it can only say that no evidence of one was found, which is all a test can say, and passes.
    private func lowerBound(_ measurement: Measurement, _ value: Double) -> Opinion {
        decided(measurement, respects(value) ? .pass : .fail)
    }

    private func unidentifiable(_ measurement: Measurement) -> Opinion {
        let smallest = max(sample.members, sample.nonMembers)
        let rate = gate.statistic.falsePositiveRate.map { Int((1 / $0).rounded(.up)) }
        let records = rate.flatMap { measurement.nonMembers < $0 ? max($0, smallest) : nil }
        let reason =
            measurement.note.map { Phrase(key: "undecided.unidentifiable-why", ["why": .phrase($0)]) }
            ?? Phrase(key: "undecided.unidentifiable")
        let needs = records.map {
            Phrase(key: "undecided.would-do", ["reason": .phrase(reason), "count": .whole($0)])
        }
        return undecided(measurement, needs ?? reason, records: records)
    }

    /// Whether `value` is on the right side; the threshold itself is.
    func respects(_ value: Double) -> Bool {
        gate.bound == .atMost ? value <= gate.threshold : value >= gate.threshold
    }

    private func decided(_ measurement: Measurement, _ outcome: GateOutcome) -> Opinion {
        Opinion(measurement: measurement, outcome: outcome, reason: "", recordsToDecide: nil)
    }

    private func undecided(_ measurement: Measurement, _ reason: Phrase, records: Int? = nil) -> Opinion {
        Opinion(measurement: measurement, outcome: .inconclusive, reason: reason, recordsToDecide: records)
    }
}
