import AuditCore

/// The hand-made audit with every sentence from the catalogue, as an audit writes it.
enum SaidRecord {
    private static let sample = SampleRecord.rich

    static let whole = AuditRecord(
        title: sample.title,
        context: sample.context,
        model: sample.model,
        transferred: sample.transferred,
        data: sample.data,
        target: sample.target,
        shadows: sample.shadows.map(shadow),
        attacks: ["transmia-dnn", "transmia-svm", "transmia-entropy", "target-blackbox-dnn", "gap"].map(attack),
        outcomes: sample.outcomes.map(outcome),
        uncertainties: sample.uncertainties,
        measurements: sample.measurements.map(measurement),
        classMeasurements: sample.classMeasurements,
        costs: sample.costs,
        checks: ["source-accuracy-pass", "blind-classifier-fail", "permuted-labels-nothing"].map(check),
        skips: [Skip(id: "x", reason: Phrase(key: "skip.no-target"), remedy: Phrase(key: "skip.no-target-remedy"))],
        coverage: ["membership-inference", "attribute-inference", "model-inversion"].map {
            CoverageRow(kind: Phrase(key: "coverage.\($0)"), ran: false, sentence: Phrase(key: "coverage.not-built"))
        },
        judgement: judgement,
        findings: findings,
        recommendations: ["fewer-layers", "differential-privacy", "noisy-answers"].map(recommendation),
        trials: sample.trials,
        advice: sample.advice,
        depth: sample.depth,
        figures: figures + SampleTrials.figures + DepthFigures.all(SampleDepth.curve),
        exposure: sample.exposure,
        provenance: provenance
    )

    /// Labels of the figures whose words differ between the languages.
    static let labels = ["members", "non-members", "confidence-axis", "share-axis", "chance"].map {
        Phrase(key: "figure.\($0)")
    }

    /// Whether a text has the same words in a language: a name or a formula, or said there with the same words.
    static func isTheSame(_ text: String, in language: Language) -> Bool {
        let names = ["DeLong", "AUC", "50, 30, 5", "transmia-svm", "exfiltration", "reconstruction", "ε"]
        let references = ["countermeasure.protected-parameters.reference", "attack.gap.score"]
        return names.contains(text)
            || references.contains { key in
                let phrase = Phrase(key: key)
                return phrase.text == text && phrase.text(in: language) == text
            }
    }

    private static func shadow(_ sheet: ShadowSheet) -> ShadowSheet {
        ShadowSheet(
            approach: sheet.approach,
            shadowSize: sheet.shadowSize,
            models: sheet.models,
            repeats: sheet.repeats,
            training: Phrase(
                key: "training",
                [
                    "epochs": .whole(120), "optimizer": .words("sgd"), "rate": .number(0.1, .full),
                    "schedule": .phrase(Phrase(key: "schedule.cosine")), "momentum": .number(0.9, .full),
                    "decay": .number(0.0005, .full), "batch": .whole(128),
                ]
            ),
            trainAccuracy: sheet.trainAccuracy,
            testAccuracy: sheet.testAccuracy,
            coreSeconds: sheet.coreSeconds,
            reused: sheet.reused
        )
    }

    private static func attack(_ id: String) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: Phrase(key: "attack.\(id).title"),
            sentence: Phrase(key: "attack.\(id).sentence"),
            reference: Phrase(key: id == "gap" ? "attack.gap.reference" : "attack.transmia-entropy.reference"),
            access: Access.allCases,
            knowledge: Knowledge.allCases,
            approaches: [.freezing],
            smallestSample: 100,
            score: Phrase(key: "attack.\(id).score"),
            defaults: [("hidden", "50, 30, 5"), ("threshold", Phrase(key: "attack.transmia-entropy.threshold"))],
            isControl: id == "gap"
        )
    }

    private static func outcome(_ outcome: AttackOutcome) -> AttackOutcome {
        AttackOutcome(
            attack: outcome.attack,
            approach: outcome.approach,
            shadowSize: outcome.shadowSize,
            state: outcome.state,
            shadowAUC: outcome.shadowAUC,
            sentence: .sentences([
                Phrase(key: "outcome.\(outcome.state.rawValue)"),
                Phrase(key: "outcome.held-out", ["share": .number(0.71, .roundedPercent)]),
            ])
        )
    }

    static func measurement(_ figure: Measurement) -> Measurement {
        Measurement(
            attack: figure.attack,
            approach: figure.approach,
            shadowSize: figure.shadowSize,
            statistic: figure.statistic,
            value: figure.value,
            interval: figure.interval,
            method: Phrase(key: figure.statistic == .auc ? "method.delong" : "method.classes"),
            members: figure.members,
            nonMembers: figure.nonMembers,
            repeats: figure.repeats,
            standardDeviation: figure.standardDeviation,
            note: figure.value == nil
                ? Phrase(key: "note.not-identifiable", ["count": .whole(500), "needed": .whole(1000)]) : nil
        )
    }

    private static func check(_ key: String) -> ValidityCheck {
        ValidityCheck(
            id: key,
            title: Phrase(key: "check.blind-classifier"),
            result: .fail,
            sentence: Phrase(
                key: "check.\(key)",
                ["members": .number(0.9664, .roundedPercent), "nonMembers": .number(0.7178, .roundedPercent)]
            )
        )
    }

    private static func recommendation(_ id: String) -> Recommendation {
        let headings = ["fewer-layers": "minimisation", "differential-privacy": "privacy"]
        return Recommendation(
            countermeasure: id,
            title: Phrase(key: "countermeasure.\(id).title"),
            heading: Phrase(key: "countermeasure-heading.\(headings[id] ?? "output")"),
            sentence: Phrase(key: "countermeasure.\(id).sentence"),
            caveat: .sentences([
                Phrase(key: "countermeasure.\(id).caveat"), Phrase(key: "recommendation.not-measured"),
            ]),
            reference: Phrase(key: "countermeasure.\(id).reference"),
            findings: ["leakage.auc"],
            helps: id != "noisy-answers"
        )
    }

    private static let provenance = Provenance(
        toolVersion: sample.provenance.toolVersion,
        libraries: sample.provenance.libraries,
        machine: Phrase(
            key: "machine",
            [
                "processor": .phrase(Phrase(key: "machine.unknown-processor")), "cores": .whole(2), "used": .whole(1),
                "memory": .whole(24), "system": .words("Debian 12"), "device": .words("cpu"),
            ]
        ),
        started: sample.provenance.started,
        finished: sample.provenance.finished,
        seconds: sample.provenance.seconds,
        seed: sample.provenance.seed,
        profile: sample.provenance.profile,
        files: sample.provenance.files,
        modelsTrained: sample.provenance.modelsTrained,
        modelsReused: sample.provenance.modelsReused
    )
}
