import AuditCore

/// What was measured, checked and left out.
enum EvidenceJSON {
    static func measurement(_ measurement: Measurement) -> JSONValue {
        RecordJSON.combination(measurement.attack, measurement.approach, measurement.shadowSize).adding([
            "statistic": .string(measurement.statistic.rawValue), "value": .figure(measurement.value),
            "members": .integer(measurement.members), "nonMembers": .integer(measurement.nonMembers),
            "repeats": .integer(measurement.repeats), "sd": .figure(measurement.standardDeviation),
            "population": .string(measurement.population.rawValue), "method": .said(measurement.method),
            "note": measurement.note.map(JSONValue.said),
        ]).adding(RecordJSON.interval(measurement.interval))
    }

    static func classMeasurement(_ measurement: ClassMeasurement) -> JSONValue {
        RecordJSON.combination(measurement.attack, measurement.approach, measurement.shadowSize).adding([
            "class": .string(measurement.className), "members": .integer(measurement.members),
            "nonMembers": .integer(measurement.nonMembers), "accuracy": .figure(measurement.accuracy),
            "precision": .figure(measurement.precision), "recall": .figure(measurement.recall),
            "auc": .figure(measurement.auc),
        ]).adding(RecordJSON.interval(measurement.accuracyInterval))
    }

    static func contribution(_ contribution: LayerContribution) -> JSONValue {
        RecordJSON.combination(contribution.attack, contribution.approach, contribution.shadowSize).adding([
            "difference": .figure(contribution.difference), "adjustedP": .figure(contribution.adjustedP),
            "finding": .string(contribution.finding.rawValue),
        ]).adding(RecordJSON.interval(contribution.interval))
    }

    static func uncertainty(_ split: UncertaintySplit) -> JSONValue {
        RecordJSON.combination(split.attack, split.approach, split.shadowSize).adding([
            "population": .string(split.population.rawValue), "fromSample": .figure(split.sample),
            "fromShadow": .figure(split.shadow), "shadowMethod": split.shadowMethod.map { .string($0.rawValue) },
            "fromTraining": .figure(split.training), "largest": .string(split.largest.rawValue),
        ])
    }

    static func check(_ check: ValidityCheck) -> JSONValue {
        JSONValue.members([
            "id": .string(check.id), "title": .said(check.title), "result": .string(check.result.rawValue),
            "sentence": .said(check.sentence), "affectsGates": .truth(check.affectsGates),
            "population": .string(check.population.rawValue), "value": .figure(check.value),
        ]).adding(RecordJSON.interval(check.interval))
    }

    static func skip(_ skip: Skip) -> JSONValue {
        .members([
            "id": .string(skip.id), "result": .string("skipped"), "reason": .said(skip.reason),
            "remedy": .said(skip.remedy),
        ])
    }

    static func coverage(_ row: CoverageRow) -> JSONValue {
        .members(["name": .said(row.kind), "ran": .truth(row.ran), "sentence": .said(row.sentence)])
    }
}
