import AuditCore

/// An audit of 1,000 classes with 20 attacks.
enum LargeRecord {
    static let classes = 1000
    static let attacks = 20

    static var record: AuditRecord {
        let rich = SampleRecord.rich
        return AuditRecord(
            title: rich.title,
            context: rich.context,
            model: rich.model,
            transferred: rich.transferred,
            data: rich.data,
            target: rich.target,
            shadows: rich.shadows,
            attacks: rich.attacks,
            outcomes: rich.outcomes,
            uncertainties: rich.uncertainties,
            measurements: (0..<attacks).flatMap(measurements),
            classMeasurements: (0..<attacks).flatMap(perClass),
            costs: rich.costs,
            checks: rich.checks,
            skips: rich.skips,
            coverage: rich.coverage,
            judgement: rich.judgement,
            findings: rich.findings,
            recommendations: rich.recommendations,
            trials: rich.trials,
            advice: rich.advice,
            depth: rich.depth,
            figures: rich.figures,
            exposure: rich.exposure,
            provenance: rich.provenance
        )
    }

    private static func measurements(_ attack: Int) -> [Measurement] {
        [Approach.baseline, .freezing, .fineTuning].flatMap { approach in
            Statistic.allCases.filter { $0 != .attributeAUC }.map { statistic in
                Measurement(
                    attack: "attack-\(attack)",
                    approach: approach,
                    shadowSize: 1000,
                    statistic: statistic,
                    value: 0.5 + Double(attack) / 100,
                    interval: Interval(low: 0.5, high: 0.75, confidence: 0.95),
                    method: "Clopper–Pearson",
                    members: 50_000,
                    nonMembers: 50_000,
                    repeats: 10,
                    standardDeviation: 0.0123
                )
            }
        }
    }

    private static func perClass(_ attack: Int) -> [ClassMeasurement] {
        (0..<classes).map { index in
            ClassMeasurement(
                attack: "attack-\(attack)",
                approach: .freezing,
                shadowSize: 1000,
                className: "class \(index)",
                members: 50,
                nonMembers: 50,
                accuracy: 0.5 + Double(index) / 3000,
                accuracyInterval: Interval(low: 0.4, high: 0.9, confidence: 0.95),
                precision: 0.6123456789,
                recall: 0.7,
                auc: 0.65
            )
        }
    }
}
