import AuditCore

/// The figures, the checks, and what did not run.
enum EvidenceReading {
    static func measurements(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [Measurement] {
        var result: [Measurement] = []
        for node in root.list("measurements", of: "measurement") {
            result.append(
                Measurement(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    statistic: try node.word("statistic"),
                    value: try node.optionalNumber("value"),
                    interval: try node.interval(),
                    method: phrases(try node.string("method")),
                    members: try node.count("members"),
                    nonMembers: try node.count("nonMembers"),
                    repeats: try node.optionalCount("repeats") ?? 1,
                    standardDeviation: try node.optionalNumber("sd"),
                    note: phrases(node.optional("note")),
                    population: try AttackReading.population(node)
                )
            )
        }
        return result
    }

    static func classMeasurements(_ root: RecordNode) throws(ReportError) -> [ClassMeasurement] {
        var result: [ClassMeasurement] = []
        for node in root.list("classMeasurements", of: "classMeasurement") {
            guard let interval = try node.interval() else { throw node.missing("interval") }
            result.append(
                ClassMeasurement(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    className: try node.string("class"),
                    members: try node.count("members"),
                    nonMembers: try node.count("nonMembers"),
                    accuracy: try node.number("accuracy"),
                    accuracyInterval: interval,
                    precision: try node.optionalNumber("precision"),
                    recall: try node.optionalNumber("recall"),
                    auc: try node.optionalNumber("auc")
                )
            )
        }
        return result
    }

    static func contributions(_ root: RecordNode) throws(ReportError) -> [LayerContribution] {
        var result: [LayerContribution] = []
        for node in root.list("contributions", of: "contribution") {
            guard let interval = try node.interval() else { throw node.missing("interval") }
            result.append(
                LayerContribution(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    difference: try node.number("difference"),
                    interval: interval,
                    adjustedP: try node.number("adjustedP"),
                    finding: try node.word("finding")
                )
            )
        }
        return result
    }

    static func uncertainties(_ root: RecordNode) throws(ReportError) -> [UncertaintySplit] {
        var result: [UncertaintySplit] = []
        for node in root.list("uncertainties", of: "uncertainty") {
            let shadow = try node.optionalNumber("fromShadow")
            result.append(
                UncertaintySplit(
                    attack: try node.string("attack"),
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    population: try AttackReading.population(node),
                    sample: try node.number("fromSample"),
                    shadow: shadow,
                    shadowMethod: shadow == nil ? nil : try node.word("shadowMethod"),
                    training: try node.optionalNumber("fromTraining")
                )
            )
        }
        return result
    }

    static func checks(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [ValidityCheck] {
        var result: [ValidityCheck] = []
        for node in root.list("checks", of: "check") {
            result.append(
                ValidityCheck(
                    id: try node.string("id"),
                    title: phrases(node.text(of: "title")),
                    result: try node.word("result"),
                    sentence: phrases(node.text(of: "sentence")),
                    value: try node.optionalNumber("value"),
                    interval: try node.interval(),
                    affectsGates: node.truth("affectsGates"),
                    population: try AttackReading.population(node)
                )
            )
        }
        return result
    }

    static func skips(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [Skip] {
        var result: [Skip] = []
        for node in root.list("skips", of: "skip") {
            result.append(
                Skip(
                    id: try node.string("id"),
                    reason: phrases(node.text(of: "reason")),
                    remedy: phrases(node.text(of: "remedy"))
                )
            )
        }
        return result
    }

    static func coverage(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [CoverageRow] {
        var result: [CoverageRow] = []
        for node in root.list("coverage", of: "kind") {
            result.append(
                CoverageRow(
                    kind: phrases(try node.string("name")),
                    ran: node.truth("ran"),
                    sentence: phrases(node.text)
                )
            )
        }
        return result
    }
}
