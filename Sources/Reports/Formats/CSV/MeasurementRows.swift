import AuditCore

/// What each row of the table holds.
enum MeasurementRows {
    static func verdict(_ judgement: Judgement) -> MeasurementRow {
        var row = MeasurementRow("verdict")
        row.put(judgement.verdict.rawValue, .result)
        row.put(Int(judgement.verdict.exitCode), .exitCode)
        row.put(judgement.sentence.text, .note)
        row.put(judgement.risk?.severity.rawValue, .severity)
        return row
    }

    static func gate(_ gate: GateResult) -> MeasurementRow {
        var row = MeasurementRow("gate")
        row.put(gate.gate, .gate)
        row.put(gate.outcome.rawValue, .result)
        row.put(NumberText.of(gate.isWaived), .waived)
        row.put(gate.statistic.rawValue, .statistic)
        row.put(gate.bound.rawValue, .bound)
        row.put(gate.threshold, .threshold)
        row.put(gate.confidence, .confidence)
        row.put(gate.severity.rawValue, .severity)
        row.put(gate.sentence.text, .note)
        guard let measurement = gate.measurement else { return row }
        row.put(attack: measurement.attack, measurement.approach, measurement.shadowSize)
        row.put(measurement.value, .value)
        row.put(measurement.interval)
        row.put(members: measurement.members, measurement.nonMembers)
        if case .class = measurement.group?.kind { row.put(measurement.group?.name, .class) }
        return row
    }

    static func measurement(_ measurement: Measurement) -> MeasurementRow {
        var row = MeasurementRow("measurement")
        row.put(attack: measurement.attack, measurement.approach, measurement.shadowSize)
        row.put(measurement.statistic.rawValue, .statistic)
        row.put(measurement.value, .value)
        row.put(measurement.interval)
        row.put(members: measurement.members, measurement.nonMembers)
        row.put(measurement.repeats, .repeats)
        row.put(measurement.population.rawValue, .population)
        row.put(measurement.standardDeviation, .sd)
        row.put(measurement.method.text, .method)
        row.put(measurement.note?.text, .note)
        return row
    }

    /// One row per figure; only the accuracy has an interval.
    static func classMeasurement(_ measurement: ClassMeasurement) -> [MeasurementRow] {
        var common = MeasurementRow("class")
        common.put(attack: measurement.attack, measurement.approach, measurement.shadowSize)
        common.put(measurement.className, .class)
        common.put(members: measurement.members, measurement.nonMembers)
        let figures: [(Statistic, Double?)] = [
            (.accuracy, measurement.accuracy), (.precision, measurement.precision), (.recall, measurement.recall),
            (.auc, measurement.auc),
        ]
        return figures.map { statistic, value in
            var row = common
            row.put(statistic.rawValue, .statistic)
            row.put(value, .value)
            if statistic == .accuracy { row.put(measurement.accuracyInterval) }
            return row
        }
    }
}
