import AuditCore

/// Records whose gates end in every way a gate can end.
enum MatrixRecord {
    /// One gate for every outcome, bound, kind of figure, and waiver.
    static var gates: [GateResult] {
        var gates: [GateResult] = []
        for outcome in GateOutcome.allCases {
            for bound in Bound.allCases {
                for figure in figures {
                    for waiver in waivers {
                        gates.append(gate("g\(gates.count)", outcome, bound, figure, waiver))
                    }
                }
            }
        }
        return gates
    }

    static func make(_ verdict: Verdict) -> AuditRecord {
        let sample = SampleRecord.rich
        let judgement = Judgement(
            verdict: verdict,
            sentence: "As told.",
            policy: sample.judgement.policy,
            gates: gates,
            missing: verdict == .incomplete ? ["transmia-dnn/freezing"] : []
        )
        return SampleRecord.make(judgement: judgement)
    }

    /// Value and interval: ordinary, hard against the threshold, unbounded, without an interval, none.
    private static let figures: [(value: Double, interval: Interval?)?] = [
        (0.6630000000000001, Interval(low: 0.652, high: 0.674, confidence: 0.95)),
        (0.6000000001, Interval(low: 0.59999999, high: 0.6000001, confidence: 0.9)),
        (.infinity, Interval(low: 1.5e-7, high: .infinity, confidence: 0.99)),
        (0.5, nil),
        nil,
    ]

    private static let waivers: [(waiver: Waiver, counts: Bool)?] = [
        nil, (waiver(expires: "2027-01-31"), true), (waiver(expires: "2020-01-31"), false),
    ]

    private static func waiver(expires: String) -> Waiver {
        Waiver(gate: "", approver: "N. Officer", reason: "Retrained before release.", expires: expires)
    }

    private static func gate(
        _ id: String,
        _ outcome: GateOutcome,
        _ bound: Bound,
        _ figure: (value: Double, interval: Interval?)?,
        _ waiver: (waiver: Waiver, counts: Bool)?
    ) -> GateResult {
        let measurement = figure.map { figure in
            Measurement(
                attack: "transmia-svm",
                approach: .freezing,
                shadowSize: 1000,
                statistic: .auc,
                value: figure.value,
                interval: figure.interval,
                method: "",
                members: 1000,
                nonMembers: 1000
            )
        }
        return GateResult(
            gate: id,
            title: Phrase(verbatim: "Gate \(id)"),
            outcome: outcome,
            measurement: measurement,
            statistic: .auc,
            bound: bound,
            threshold: 0.6,
            confidence: 0.95,
            severity: .high,
            legalBasis: "GDPR Art. 32(1)",
            rationale: "Ours.",
            sentence: "So it ended.",
            waiver: waiver?.waiver,
            isWaived: outcome != .pass && waiver?.counts == true
        )
    }

    /// A gate under another title, with another reason for its waiver.
    static func gate(_ gate: GateResult, title: String, reason: String) -> GateResult {
        GateResult(
            gate: gate.gate,
            title: Phrase(verbatim: title),
            outcome: gate.outcome,
            measurement: gate.measurement,
            statistic: gate.statistic,
            bound: gate.bound,
            threshold: gate.threshold,
            confidence: gate.confidence,
            severity: gate.severity,
            legalBasis: gate.legalBasis,
            rationale: Phrase(verbatim: reason),
            sentence: Phrase(verbatim: reason),
            recordsToDecide: gate.recordsToDecide,
            waiver: gate.waiver.map {
                Waiver(gate: gate.gate, approver: reason, reason: reason, expires: $0.expires)
            },
            isWaived: gate.isWaived
        )
    }
}
