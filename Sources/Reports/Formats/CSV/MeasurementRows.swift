import AuditCore

/// What each row of the table holds.
enum MeasurementRows {
    static let columns = [
        "row", "attack", "approach", "shadowSize", "class", "statistic", "value", "low", "high", "confidence",
        "members",
        "nonMembers", "repeats", "sd", "method", "note", "gate", "result", "waived", "bound", "threshold", "severity",
        "exitCode",
    ]

    static func verdict(_ judgement: Judgement) -> [String: CSVTable.Cell] {
        [
            "row": .text("verdict"), "result": .text(judgement.verdict.rawValue),
            "exitCode": .number("\(judgement.verdict.exitCode)"), "note": .text(judgement.sentence.text),
        ]
    }

    static func gate(_ gate: GateResult) -> [String: CSVTable.Cell] {
        var row = [
            "row": .text("gate"), "gate": .text(gate.gate), "result": .text(gate.outcome.rawValue),
            "waived": .text(NumberText.of(gate.isWaived)), "statistic": .text(gate.statistic.rawValue),
            "bound": .text(gate.bound.rawValue), "threshold": .number(NumberText.of(gate.threshold)),
            "severity": .text(gate.severity.rawValue), "note": .text(gate.sentence.text),
        ].merging(numbers([("value", gate.measurement?.value), ("confidence", gate.confidence)])) { $1 }
        if let measurement = gate.measurement {
            row.merge(combination(measurement.attack, measurement.approach, measurement.shadowSize)) { $1 }
            row.merge(interval(measurement.interval)) { _, new in new }
            row.merge(sample(measurement.members, measurement.nonMembers)) { $1 }
            if case .class = measurement.group?.kind { row["class"] = measurement.group.map { .text($0.name) } }
        }
        return row
    }

    static func measurement(_ measurement: Measurement) -> [String: CSVTable.Cell] {
        var row: [String: CSVTable.Cell] = [
            "row": .text("measurement"), "statistic": .text(measurement.statistic.rawValue),
            "repeats": .number(NumberText.of(measurement.repeats)), "method": .text(measurement.method.text),
        ]
        if let note = measurement.note { row["note"] = .text(note.text) }
        row.merge(combination(measurement.attack, measurement.approach, measurement.shadowSize)) { $1 }
        row.merge(numbers([("value", measurement.value), ("sd", measurement.standardDeviation)])) { $1 }
        row.merge(interval(measurement.interval)) { $1 }
        row.merge(sample(measurement.members, measurement.nonMembers)) { $1 }
        return row
    }

    /// One row per figure; only the accuracy has an interval.
    static func classMeasurement(_ measurement: ClassMeasurement) -> [[String: CSVTable.Cell]] {
        var common: [String: CSVTable.Cell] = ["row": .text("class"), "class": .text(measurement.className)]
        common.merge(combination(measurement.attack, measurement.approach, measurement.shadowSize)) { $1 }
        common.merge(sample(measurement.members, measurement.nonMembers)) { $1 }
        let figures: [(Statistic, Double?)] = [
            (.accuracy, measurement.accuracy), (.precision, measurement.precision), (.recall, measurement.recall),
            (.auc, measurement.auc),
        ]
        return figures.map { statistic, value in
            var row = common
            row["statistic"] = .text(statistic.rawValue)
            row.merge(numbers([("value", value)])) { $1 }
            if statistic == .accuracy { row.merge(interval(measurement.accuracyInterval)) { $1 } }
            return row
        }
    }

    private static func combination(
        _ attack: String,
        _ approach: Approach,
        _ shadowSize: Int
    ) -> [String: CSVTable.Cell] {
        [
            "attack": .text(attack), "approach": .text(approach.rawValue),
            "shadowSize": .number(NumberText.of(shadowSize)),
        ]
    }

    private static func interval(_ interval: Interval?) -> [String: CSVTable.Cell] {
        guard let interval else { return [:] }
        return numbers([("low", interval.low), ("high", interval.high), ("confidence", interval.confidence)])
    }

    private static func sample(_ members: Int, _ nonMembers: Int) -> [String: CSVTable.Cell] {
        ["members": .number(NumberText.of(members)), "nonMembers": .number(NumberText.of(nonMembers))]
    }

    private static func numbers(_ values: [(String, Double?)]) -> [String: CSVTable.Cell] {
        var result: [String: CSVTable.Cell] = [:]
        for (name, value) in values { result[name] = NumberText.of(value).map(CSVTable.Cell.number) }
        return result
    }
}
