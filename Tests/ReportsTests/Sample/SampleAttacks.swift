import AuditCore

/// The attacks of the hand-made audit, what became of them and what they cost.
enum SampleAttacks {
    static let descriptors = [
        attack("transmia-dnn", "TransMIA, learning-based (DNN)"),
        attack("transmia-svm", "TransMIA, learning-based (SVM)"),
        attack("transmia-entropy", "TransMIA, entropy-based"),
        AttackDescriptor(
            id: "target-blackbox-dnn",
            title: "Black-box access to the target model",
            sentence: "Asks the recipient's model, and learns from shadow target models what its answers give away.",
            reference: "Hidano et al., TransMIA, appendix A",
            access: [.targetScores],
            knowledge: [.shadowData, .sourceArchitecture, .targetTraining],
            approaches: [.freezing, .fineTuning],
            smallestSample: 100,
            score: "logit, unbounded"
        ),
        AttackDescriptor(
            id: "gap",
            title: "Gap: member if classified correctly",
            sentence: "Calls a record a member when the source model classifies it correctly.",
            reference: "Yeom et al. 2018; Rezaei and Liu 2021",
            access: [.sourceLabels],
            knowledge: [],
            approaches: [.none],
            smallestSample: 100,
            score: "1 if right, 0 if wrong",
            isControl: true
        ),
    ]

    private static func attack(_ id: String, _ title: Phrase) -> AttackDescriptor {
        AttackDescriptor(
            id: id,
            title: title,
            sentence: """
                Trains shadow models on the transferred layers, and per class a decision on their prediction vectors.
                """,
            reference: "Hidano et al., TransMIA, sections 4.2 and 4.3",
            access: [.sourceScores, .transferredWeights],
            knowledge: [.shadowData, .sourceArchitecture],
            approaches: [.baseline, .freezing, .fineTuning],
            smallestSample: 100,
            score: "unbounded; higher means more likely a member",
            defaults: [("hidden", "50, 30, 5"), ("epochs", "50")]
        )
    }

    static let outcomes =
        SampleRecord.attacks.flatMap { attack in
            SampleRecord.approaches.flatMap { approach in
                SampleRecord.sizes.map { size in outcome(attack, approach, size) }
            }
        } + [
            AttackOutcome(
                attack: "target-blackbox-dnn",
                approach: .freezing,
                shadowSize: 1000,
                state: .noEvidence,
                shadowAUC: 0.61,
                sentence: "It worked on its shadow models and finds no evidence of leakage here."
            ),
            AttackOutcome(
                attack: "gap",
                approach: .none,
                shadowSize: 0,
                state: .leaks,
                shadowAUC: nil,
                sentence: "The source model is right about more members than non-members."
            ),
        ]

    private static func outcome(_ attack: String, _ approach: Approach, _ size: Int) -> AttackOutcome {
        let isLost = attack == "transmia-dnn" && approach == .baseline && size == 100
        let state: AttackOutcome.State = isLost ? .didNotLearn : approach == .baseline ? .noEvidence : .leaks
        let sentences: [AttackOutcome.State: Phrase] = [
            .leaks: "The interval of its AUC lies above one half.",
            .noEvidence: "It worked on its shadow models and finds no evidence of leakage here.",
            .didNotLearn: "It could not learn on its own shadow records, so its figures say nothing about the model.",
        ]
        return AttackOutcome(
            attack: attack,
            approach: approach,
            shadowSize: size,
            state: state,
            shadowAUC: isLost ? 0.503 : 0.71,
            sentence: sentences[state] ?? ""
        )
    }

    static let costs =
        SampleRecord.attacks.flatMap { attack in
            SampleRecord.approaches.map { approach in
                AttackCost(
                    attack: attack,
                    approach: approach,
                    queries: 10_000,
                    shadowRecords: 10_000,
                    coreSeconds: approach == .freezing ? 41.5 : 1204.75
                )
            }
        } + [AttackCost(attack: "gap", approach: .none, queries: 10_000, shadowRecords: 0, coreSeconds: 0.02)]
}
