import ShadowModels

/// Scores the audited records beside reference models, and chooses the threshold by attacking each reference model with
/// the others.
struct ReferenceAttack {
    private let references: ReferenceSignals
    private let judge: any ReferenceJudge
    private let rule: ThresholdRule

    init(_ references: ReferenceSignals, _ judge: any ReferenceJudge, _ scoring: ScoringSettings) {
        self.references = references
        self.judge = judge
        rule = scoring.thresholdRule
    }

    /// The scores of the audited records, decided at the threshold that tells the reference models' members best.
    func scores(_ input: AttackInput) -> AttackScores {
        var trials = MembershipTrials()
        for (index, model) in references.models.enumerated() {
            let members = (0..<references.shadowRecords).filter { model.isMember[$0] }
            for (rows, isMember) in [(members, true), (model.strangers, false)] {
                trials.append(judge.scores(rows, of: model.signals, leaving: index), isMember: isMember, records: rows)
            }
        }
        let queries = Array(references.shadowRecords..<references.attacked.count)
        let scores = judge.scores(queries, of: references.attacked, leaving: nil)
        return trials.deciding(scores, rule: rule, seed: input.seed)
    }
}
