import AuditCore

/// A hand-made audit: three attacks under three approaches with two sizes, the gap control, a black-box attack, absent
/// values, skips and failed checks. Its figures are invented.
enum SampleRecord {
    static let attacks = ["transmia-dnn", "transmia-svm", "transmia-entropy"]
    static let approaches: [Approach] = [.baseline, .freezing, .fineTuning]
    static let sizes = [100, 1000]
    static let classes = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]

    /// The whole of it.
    static var rich: AuditRecord { make() }

    /// A record with other words where a name comes from outside.
    static func make(
        title: String = "Image encoder 2026.11",
        layer: String = "avg_pool",
        className: String = "truck",
        series: String = "freezing",
        judgement: Judgement = SampleJudgement.fail,
        perClass: [ClassMeasurement]? = nil
    ) -> AuditRecord {
        AuditRecord(
            title: title,
            context: AuditContext(
                controller: title == "Image encoder 2026.11" ? "Example Hospital" : title,
                recipient: "Example Startup",
                release: .partner,
                dataCategories: ["health"],
                recipientOutsideEEA: nil
            ),
            model: SampleSheets.model(cut: layer),
            transferred: SampleSheets.transferred(layer: layer),
            data: SampleSheets.data,
            target: SampleSheets.targets,
            shadows: SampleSheets.shadows,
            attacks: SampleAttacks.descriptors,
            outcomes: SampleAttacks.outcomes,
            uncertainties: SampleMeasurements.uncertainties,
            measurements: SampleMeasurements.all,
            classMeasurements: perClass ?? SampleMeasurements.perClass(renaming: className),
            costs: SampleAttacks.costs,
            checks: SampleSheets.checks,
            skips: SampleSheets.skips,
            coverage: SampleSheets.coverage,
            judgement: judgement,
            findings: SampleJudgement.findings,
            recommendations: SampleJudgement.recommendations,
            trials: SampleTrials.all,
            advice: SampleTrials.advice,
            depth: SampleDepth.curve,
            figures: SampleFigures.all(series: series) + SampleTrials.figures + DepthFigures.all(SampleDepth.curve),
            exposure: SampleSheets.exposure,
            provenance: SampleSheets.provenance
        )
    }

    /// A record in which nothing ran, but for the skips given.
    static func empty(skips: [Skip] = []) -> AuditRecord {
        AuditRecord(
            title: "",
            context: AuditContext(controller: nil, recipient: nil, release: .public, dataCategories: []),
            model: ModelSheet(
                name: "",
                format: "",
                inputShape: "",
                classes: 0,
                parameters: 0,
                transferredParameters: 0,
                cut: "",
                layers: [],
                memberAccuracy: .nan,
                nonMemberAccuracy: .nan
            ),
            transferred: [],
            data: [],
            target: [],
            shadows: [],
            attacks: [],
            outcomes: [],
            measurements: [],
            classMeasurements: [],
            costs: [],
            checks: [],
            skips: skips,
            coverage: [],
            judgement: SampleJudgement.incomplete,
            findings: [],
            recommendations: [],
            figures: [],
            provenance: Provenance(
                toolVersion: "",
                libraries: [],
                machine: "",
                started: "",
                finished: "",
                seconds: 0,
                seed: .max,
                profile: "",
                files: []
            )
        )
    }
}

extension SampleRecord {
    /// An empty record with these figures.
    static func with(_ measurements: [Measurement], attacks: [AttackDescriptor] = []) -> AuditRecord {
        let empty = empty()
        return AuditRecord(
            title: empty.title,
            context: empty.context,
            model: empty.model,
            transferred: [],
            data: [],
            target: [],
            shadows: [],
            attacks: attacks,
            outcomes: [],
            measurements: measurements,
            classMeasurements: [],
            costs: [],
            checks: [],
            skips: [],
            coverage: [],
            judgement: empty.judgement,
            findings: [],
            recommendations: [],
            figures: [],
            provenance: empty.provenance
        )
    }
}
