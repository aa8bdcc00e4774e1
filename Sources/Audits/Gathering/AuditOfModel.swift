import AuditCore
import Policies

/// An audit of a source model: checks the data, trains shadow models, attacks.
enum AuditOfModel {
    /// - Parameter required: attacks that the policy does not judge without.
    static func gather(_ session: Session, required: [AttackReference]) throws -> Gathered {
        let materials = try Materials.read(session)
        let (session, saved) = try Budget.fit(
            session,
            materials,
            required: required,
            estimate: WorkEstimate(session, materials)
        )
        return try gather(session, materials, saved: saved)
    }

    /// An audit of what is already open.
    ///
    /// - Parameters:
    ///   - saved: what was left out to save time.
    ///   - known: checks of the data that an audit of another model on them has made; nil to make them.
    static func gather(
        _ session: Session,
        _ materials: Materials,
        saved: [Skip] = [],
        known: [ValidityCheck]? = nil
    ) throws -> Gathered {
        let manifest = session.manifest
        let (plans, lost) = try materials.plans(manifest)
        // Before hours of work: without a key, subjects cannot be named.
        let naming = try SubjectNaming(session.options.identifiers, hasSubjects: materials.hasSubjects)

        // Check the data.
        let hygiene = try known ?? HygieneStage.run(session, materials)
        let source = try SourceStage.run(session, materials)
        let accuracy = SourceAccuracy.check(members: source.members, nonMembers: source.nonMembers, confidence: 0.95)

        // Train the shadow models, and the target models where there is a recipient.
        let shadows = try ShadowStage.run(session, materials, plans)
        let attribute = AttributeQuestion(session, materials, shadows.trainer)
        let targets = try TargetStage.run(session, materials, shadows, probes: attribute?.probes)
        let students = try StudentStage.run(session, materials, targets)
        let observations = try ObservationStage.run(session, shadows, checkpoints: materials.checkpoints)
        let attributes = try AttributeStage.run(session, materials, attribute, shadows.trainer, targets)
        if let store = session.store, store.counts.reused > 0 {
            let models = store.counts.reused + store.counts.trained
            session.progress.note("\(store.counts.reused) of \(models) models come from the store \(store.folder)")
        }

        // Attack.
        let book = try AttackStage.run(session, materials, source, shadows, targets, observations)
        return Gathered(
            book: book,
            targetBook: students.book,
            attributes: attributes.book,
            classNames: materials.classNames,
            model: ModelDescription.sheet(materials, source),
            transferred: materials.comparison,
            data: try DataDescription.sheets(materials),
            targets: targets.sheets,
            recipients: targets.tested(after: materials.targetTrain?.count ?? 0),
            shadows: shadows.sheets + students.sheets + attributes.sheets,
            farms: shadows.farms.map(\.farm),
            costs: Costs.of(book, shadows: shadows, targets: targets, observations: observations) + students.costs
                + attributes.costs,
            checks: hygiene + [accuracy] + (known == nil ? try ControlStage.run(session, materials, book) : [])
                + students.checks,
            skips: saved + lost
                + ReferenceJobs.skips(manifest, plans, audited: materials.auditedCount)
                + ObservationStage.skips(
                    manifest,
                    recordShape: materials.model.inputShape,
                    models: observations.models
                ) + targets.skips
                + TargetStage.skips(manifest, hasSubjects: materials.subjectGroups != nil) + students.skips
                + AttributeQuestion.skips(manifest, materials),
            naming: naming
        )
    }
}
