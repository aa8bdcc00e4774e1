import AuditCore

extension SaidRecord {
    static let judgement = Judgement(
        verdict: .fail,
        sentence: Phrase(
            key: "sentence",
            [
                "parts": .list(
                    [
                        Phrase(
                            key: "verdict.failed",
                            ["count": .whole(1), "total": .whole(3), "gates": .names(["auc"])]
                        ),
                        Phrase(key: "verdict.missing", ["attacks": .names(["transmia-dnn/freezing"])]),
                    ],
                    .semicolon
                )
            ]
        ),
        policy: PolicySheet(
            id: "gdpr-baseline",
            title: Phrase(key: "policy.gdpr-baseline.title"),
            purpose: Phrase(key: "policy.gdpr-baseline.purpose"),
            limits: Phrase(key: "policy.gdpr-baseline.limits"),
            sha256: SampleSheets.digest("d")
        ),
        gates: SampleJudgement.gates.map(gate),
        missing: ["transmia-dnn/freezing"]
    )

    static let findings = judgement.gates.filter { $0.outcome != .pass }.map { gate in
        Finding(
            id: "leakage.\(gate.gate)",
            gate: gate.gate,
            title: Phrase(key: "finding.not-met", ["gate": .phrase(gate.title)]),
            evidence: .sentences([gate.sentence, Phrase(key: "note.no-measurement")]),
            severity: .high,
            legalBasis: Phrase(key: "law.testing-edpb"),
            remedy: Phrase(key: "remedy.more-records", ["count": .count(21_000)])
        )
    }

    private static func gate(_ gate: GateResult) -> GateResult {
        GateResult(
            gate: gate.gate,
            title: Phrase(key: "policy.gdpr-baseline.auc.title"),
            outcome: gate.outcome,
            measurement: gate.measurement.map(measurement),
            statistic: gate.statistic,
            bound: gate.bound,
            threshold: gate.threshold,
            confidence: gate.confidence,
            severity: gate.severity,
            legalBasis: Phrase(key: "policy.gdpr-baseline.auc.basis"),
            rationale: Phrase(key: "policy.gdpr-baseline.auc.rationale"),
            sentence: Phrase(key: "sentence", ["parts": .list([statement(gate)], .semicolon)]),
            recordsToDecide: gate.recordsToDecide,
            waiver: gate.waiver,
            isWaived: gate.isWaived
        )
    }

    private static func statement(_ gate: GateResult) -> Phrase {
        let subject = Phrase(key: "subject.freezing", ["attack": .words("transmia-svm")])
        let measured = Phrase(key: "measured.value", ["value": .number(gate.threshold / 3, .value)])
        return Phrase(
            key: "gate.fail",
            [
                "subject": .phrase(
                    Phrase(key: "subject.at-size", ["subject": .phrase(subject), "size": .whole(1000)])
                ),
                "figure": .phrase(
                    Phrase(
                        key: "figure",
                        ["statistic": .phrase(gate.statistic.title), "measured": .phrase(measured)]
                    )
                ),
                "limit": .phrase(Phrase(key: "limit.at-most", ["threshold": .number(gate.threshold, .value)])),
            ]
        )
    }

    static let figures = [
        Figure(
            id: "confidence-source",
            title: Phrase(key: "figure.confidence-source"),
            alternative: Phrase(
                key: "figure.confidence-alternative",
                [
                    "title": .phrase(Phrase(key: "figure.confidence-source")),
                    "groups": .list([Phrase(key: "figure.members"), Phrase(key: "figure.non-members")], .and),
                ]
            ),
            x: Figure.Axis(title: Phrase(key: "figure.confidence-axis"), range: 0...1),
            y: Figure.Axis(title: Phrase(key: "figure.share-axis")),
            series: [
                line("members", .steps), line("non-members", .steps), line("chance", .reference),
            ]
        )
    ]

    private static func line(_ name: String, _ style: Figure.Style) -> Figure.Series {
        Figure.Series(
            name: Phrase(key: "figure.\(name)"),
            style: style,
            points: [.init(x: 0.25, y: 0.2), .init(x: 0.75, y: 0.8)]
        )
    }
}
