import AuditCore
import Foundation
import Networks
import Policies
import ShadowModels
import Tensors

/// Attacks the source model at every cut, with and without the layers, and holds each cut against the policy.
///
/// What is the same at every cut is done once: the source model's answers, the baseline's shadow models, and the
/// features that heads are trained on.
struct DepthSurvey {
    let session: Session
    let section: DepthSection
    private let policy: Policy

    init(_ session: Session, _ policy: Policy) {
        var session = session
        section = session.manifest.depth ?? DepthSection()
        session.manifest = session.manifest.surveyed(section, policy).resolvingPrecision(on: session.device)
        self.session = session
        self.policy = policy
    }

    /// How the recipient trains under each approach surveyed, and from scratch under `baseline`.
    var recipes: [Approach: TrainingRecipe] {
        var result: [Approach: TrainingRecipe] = [:]
        for approach in [.baseline] + section.approaches {
            let usual = session.manifest.target?.training[approach] ?? TrainingRecipe()
            result[approach] = section.targetTraining.applied(to: usual).resolvingPrecision(on: session.device)
        }
        return result
    }

    /// The whole curve.
    ///
    /// - Parameter known: checks of the data that an audit on them has made; nil to make them.
    func curve(known: [ValidityCheck]? = nil) throws -> DepthCurve {
        let materials = try Materials.read(session)
        let cuts = try DepthCut.all(of: materials.source, section, session.manifest)
        let plans = try materials.plans(session.manifest).plans
        let hygiene = try known ?? HygieneStage.run(session, materials)
        let answers = try SourceStage.run(session, materials)

        let storage = DepthStorage(session)
        defer { storage.close() }
        let shadows = try DepthShadows(session, materials, cuts).farms(plans, storage)
        let recipients = try DepthRecipients(session, materials, recipes).run(cuts, storage)

        let attacks = DepthAttacks(session, materials, answers)
        let books = try attacks.books(shadows)
        let accuracy = SourceAccuracy.check(
            members: answers.members,
            nonMembers: answers.nonMembers,
            confidence: 0.95
        )
        let checks = try hygiene + [accuracy] + (known == nil ? ControlStage.run(session, materials, books[0]) : [])
        let judge = DepthJudge(session: session, policy: policy, checks: checks, books: books)
        let rows = zip(shadows, books).map { shadow, book in
            judge.row(shadow, book, recipients.utility(shadow.cut?.name, shadow.approach))
        }
        return DepthCurve(
            baseline: rows[0],
            rows: Array(rows.dropFirst()),
            control: judge.control,
            attacks: session.manifest.adversary.attacks,
            policy: policy.id,
            looks: judge.looks,
            confidence: judge.confidence,
            unjudged: judge.unjudged,
            utilityNote: recipients.note
        )
    }
}
