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
            let has = "\(measurement.members) members and \(measurement.nonMembers) non-members"
            let needs = "\(sample.members) and \(sample.nonMembers)"
            return undecided(measurement, "rests on \(has) where \(needs) are required", records: smallest)
        }
        if value.isNaN { return undecided(measurement, "has no value") }
        if let interval = measurement.interval {
            guard abs(interval.confidence - gate.confidence) < 1e-9 else {
                let levels =
                    "\(Figures.percent(interval.confidence)), the gate asks for \(Figures.percent(gate.confidence))"
                return undecided(measurement, "has an interval at \(levels)")
            }
            guard interval.low <= interval.high else { return undecided(measurement, "has no usable interval") }
        }
        if gate.statistic == .epsilonLowerBound { return lowerBound(measurement, value) }
        guard let interval = measurement.interval else { return undecided(measurement, "has no interval") }
        return decide(measurement, value, interval)
    }

    private func decide(_ measurement: Measurement, _ value: Double, _ interval: Interval) -> Opinion {
        let unfavourable = gate.bound == .atMost ? interval.high : interval.low
        let favourable = gate.bound == .atMost ? interval.low : interval.high
        if respects(unfavourable) { return decided(measurement, .pass) }
        if !respects(favourable) { return decided(measurement, .fail) }
        // An interval over the whole range says that the attack showed nothing; more records would not change that.
        guard interval.low > 0 || interval.high < 1 else {
            return undecided(measurement, "has an interval over the whole range")
        }
        let end = respects(value) ? unfavourable : favourable
        return undecided(
            measurement,
            "has an interval that reaches across the threshold",
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
        let why = measurement.note.map { " (\($0))" } ?? ""
        let needs = records.map { "; \($0) non-members would do" } ?? ""
        return undecided(measurement, "is not identifiable\(why)\(needs)", records: records)
    }

    /// Whether `value` is on the right side; the threshold itself is.
    func respects(_ value: Double) -> Bool {
        gate.bound == .atMost ? value <= gate.threshold : value >= gate.threshold
    }

    private func decided(_ measurement: Measurement, _ outcome: GateOutcome) -> Opinion {
        Opinion(measurement: measurement, outcome: outcome, reason: "", recordsToDecide: nil)
    }

    private func undecided(_ measurement: Measurement, _ reason: String, records: Int? = nil) -> Opinion {
        Opinion(measurement: measurement, outcome: .inconclusive, reason: reason, recordsToDecide: records)
    }
}
