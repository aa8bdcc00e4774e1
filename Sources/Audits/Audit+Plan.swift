import Networks
import Policies

extension Audit {
    /// What trying countermeasures would do, without doing it.
    ///
    /// - Throws: what `harden` would throw for the same manifest before any training.
    public static func hardeningPlan(_ manifest: AuditManifest, options: AuditOptions) throws -> AuditPlan {
        var manifest = manifest
        manifest.countermeasures = asked(manifest)
        manifest.depth = nil
        return try plan(manifest, options: options)
    }

    /// What a depth curve would do, without doing it.
    ///
    /// - Throws: what `depth` would throw for the same manifest before any training.
    public static func depthPlan(_ manifest: AuditManifest, options: AuditOptions) throws -> AuditPlan {
        let (session, policy) = try silent(manifest, options)
        let survey = DepthSurvey(session, policy)
        let materials = try Materials.read(survey.session)
        let estimate = try WorkEstimate(survey.session, materials)
        return AuditPlan(
            survey.session,
            materials,
            try DepthPlan(survey, materials, estimate),
            estimate,
            policy: policy.words
        )
    }

    /// What an audit would do, without doing it: reads and checks everything the audit would read first.
    ///
    /// - Throws: what `run` would throw for the same manifest before any training.
    public static func plan(_ manifest: AuditManifest, options: AuditOptions) throws -> AuditPlan {
        let (session, policy) = try silent(Laboratory.widened(manifest), options)
        let confidence = policy.confidences(of: .advantage).first ?? 0.95
        if let section = manifest.predictions {
            return try AuditPlan(session, section, policy: policy.words, confidence: confidence)
        }
        let materials = try Materials.read(session)
        let estimate = try WorkEstimate(session, materials)
        let (fitted, saved) = try Budget.fit(
            session,
            materials,
            required: policy.requiredAttacks,
            estimate: estimate
        )
        let manifest = fitted.manifest
        let depth = try manifest.depth.map { _ in try DepthPlan(DepthSurvey(fitted, policy), materials, estimate) }
        let (plans, skips) = try materials.plans(manifest)
        return try AuditPlan(
            fitted,
            materials,
            plans,
            estimate,
            saved + skips
                + ReferenceJobs.skips(manifest, plans, audited: materials.auditedCount)
                + ObservationStage.skips(
                    manifest,
                    recordShape: materials.model.inputShape,
                    models: ObservationStage.models(of: plans)
                )
                + TargetStage.skips(manifest, hasSubjects: materials.subjectGroups != nil)
                + StudentStage.skips(manifest) + AttributeQuestion.skips(manifest, materials),
            depth: depth,
            policy: policy.words,
            confidence: confidence
        )
    }

    /// A session that tells nobody how far it is, and the policy that is asked for.
    private static func silent(
        _ manifest: AuditManifest,
        _ options: AuditOptions
    ) throws -> (session: Session, policy: Policy) {
        let session = Session(
            manifest,
            options: options,
            progress: SilentProgress(),
            cancellation: Cancellation()
        )
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        return (session, policy)
    }
}

extension Policy {
    /// How a plan names it.
    fileprivate var words: String { "\(id): \(title)" }
}
