import AuditCore

/// The policy's word in the hand-made audit.
enum SampleJudgement {
    static let policy = PolicySheet(
        id: "gdpr-baseline",
        title: "GDPR baseline",
        purpose: "Release of layers trained on ordinary personal data to a partner.",
        limits: "Judges membership inference only.",
        sha256: SampleSheets.digest("d")
    )

    static let fail = Judgement(
        verdict: .fail,
        sentence: """
            Gate ‘auc’ fails: transmia-svm under freezing with 1,000 shadow records reaches an AUC of 0.663 \
            [0.652, 0.674]; at most 0.600 is allowed.
            """,
        policy: policy,
        gates: gates,
        missing: [],
        risk: risk(.fail)
    )

    /// The risk by the shipped policies' matrix.
    private static func risk(_ outcome: GateOutcome) -> Risk {
        outcome == .fail
            ? Risk(likelihood: .maximum, severity: .high, level: .maximum)
            : Risk(likelihood: .significant, severity: .medium, level: .limited)
    }

    static let incomplete = Judgement(
        verdict: .incomplete,
        sentence: "",
        policy: PolicySheet(id: "", title: "", purpose: "", limits: "", sha256: ""),
        gates: [],
        missing: ["transmia-dnn/freezing"]
    )

    private static func measured(_ statistic: Statistic) -> Measurement? {
        SampleMeasurements.all.first {
            $0.attack == "transmia-svm" && $0.approach == .freezing && $0.shadowSize == 1000
                && $0.statistic == statistic
        }
    }

    private static func gate(
        _ id: String,
        _ title: Phrase,
        _ outcome: GateOutcome,
        _ statistic: Statistic,
        threshold: Double,
        sentence: Phrase,
        recordsToDecide: Int? = nil,
        waiver: Waiver? = nil
    ) -> GateResult {
        GateResult(
            gate: id,
            title: title,
            outcome: outcome,
            measurement: outcome == .inconclusive && recordsToDecide == nil ? nil : measured(statistic),
            statistic: statistic,
            bound: .atMost,
            threshold: threshold,
            confidence: 0.95,
            severity: outcome == .fail ? .high : .medium,
            legalBasis: "GDPR Art. 5(1)(f), 32(1)",
            rationale: "Ours: there is no official threshold; published tools warn from .55 to .65.",
            sentence: sentence,
            recordsToDecide: recordsToDecide,
            waiver: waiver,
            isWaived: waiver != nil,
            risk: risk(outcome)
        )
    }

    static let gates = [
        gate(
            "auc",
            "No attack ranks members well",
            .fail,
            .auc,
            threshold: 0.6,
            sentence: "The interval's favourable end, 0.652, is above the threshold."
        ),
        gate(
            "few-exposed",
            "Few members are exposed with near certainty",
            .inconclusive,
            .tprAt1,
            threshold: 0.025,
            sentence: "The interval covers the threshold.",
            recordsToDecide: 21_000
        ),
        gate(
            "epsilon",
            "No strong lower bound on ε",
            .fail,
            .epsilonLowerBound,
            threshold: 1,
            sentence: "No non-member was called a member, so the bound is infinite.",
            waiver: Waiver(
                gate: "epsilon",
                approver: "N. Officer",
                reason: "The layers are trained again before release.",
                expires: "2027-01-31"
            )
        ),
        gate(
            "advantage",
            "Small membership advantage",
            .pass,
            .advantage,
            threshold: 0.4,
            sentence: "The interval's unfavourable end, 0.286, is below the threshold."
        ),
        gate(
            "rare-exposed",
            "Nobody is exposed with certainty",
            .inconclusive,
            .tprAt01,
            threshold: 0.002,
            sentence: "The figure is not identifiable with this sample."
        ),
    ]

    static let findings = [
        Finding(
            id: "leakage.auc",
            gate: "auc",
            title: "Members can be told from non-members",
            evidence: "transmia-svm under freezing: AUC 0.663 [0.652, 0.674], at most 0.600 allowed.",
            severity: .high,
            legalBasis: "GDPR Art. 5(1)(f), 32(1)",
            remedy: "Do not release these layers as they are; audit an earlier cut."
        ),
        Finding(
            id: "transferred.beyond-cut",
            gate: nil,
            title: "The file holds a layer of the head",
            evidence: "Layer predictions stands in the file that would leave.",
            severity: .critical,
            legalBasis: "GDPR Art. 5(1)(c), 25(1)",
            remedy: "Save the model up to the cut, and compare again."
        ),
        Finding(
            id: "validity.blind-classifier",
            gate: nil,
            title: "Members and non-members differ without the model",
            evidence: "AUC of the blind classifier 0.560 [0.540, 0.580].",
            severity: .medium,
            legalBasis: "GDPR Art. 32(1)(d)",
            remedy: "Draw members and non-members from one source."
        ),
    ]

    static let recommendations = [
        recommendation(
            "fewer-layers",
            "Share fewer layers",
            "Minimisation",
            "Earlier layers remember less about single records; each cut is measured by an audit of its own.",
            caveat: "The recipient needs more data of its own."
        ),
        recommendation(
            "dp-sgd",
            "Train with differential privacy",
            "Differential privacy",
            "Bounds what any attack can learn about a single record, also from the transferred layers.",
            caveat: "Costs accuracy; the bound holds for the accounted ε only."
        ),
        recommendation(
            "early-stopping",
            "Stop training earlier",
            "Regularisation",
            "The source model is right about 96.6 % of members and 71.8 % of non-members.",
            caveat: ""
        ),
        recommendation(
            "confidence-noise",
            "Noise on confidence vectors",
            "Output measures",
            "Cannot protect the transferred layers: the adversary holds their parameters and needs no answers.",
            caveat: "",
            helps: false
        ),
    ]

    private static func recommendation(
        _ id: String,
        _ title: Phrase,
        _ heading: Phrase,
        _ sentence: Phrase,
        caveat: Phrase,
        helps: Bool = true
    ) -> Recommendation {
        Recommendation(
            countermeasure: id,
            title: title,
            heading: heading,
            sentence: sentence,
            caveat: caveat,
            reference: "Abadi et al. 2016, section 3",
            findings: ["leakage.auc"],
            helps: helps
        )
    }
}
