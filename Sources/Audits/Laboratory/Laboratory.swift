import AuditCore
import Countermeasures
import Diagnostics
import Policies

/// Measures what countermeasures do to leakage and to usefulness on the owner's own model and data.
///
/// Each hardened model is audited as the original is, by an adversary who knows the countermeasure; the recipient builds a
/// target model on it; and the accuracies are held against those of the same model without it, record by record.
struct Laboratory {
    /// The audit of the model as it is.
    typealias Original = (gathered: Gathered, assessment: Assessment)

    let session: Session
    let policy: Policy

    /// Attacks on the layers alone, which run along: what is done to answers does nothing for layers that have left.
    static let layerAttacks = ["layers-own-head", "layers-centroid", "layers-density", "layers-norm"]

    /// A manifest with every attack that trials take, where it names countermeasures.
    static func widened(_ manifest: AuditManifest) -> AuditManifest {
        manifest.countermeasures.isEmpty ? manifest : attacked(manifest)
    }

    private static func attacked(_ manifest: AuditManifest) -> AuditManifest {
        var manifest = manifest
        for attack in layerAttacks where !manifest.adversary.attacks.contains(attack) {
            manifest.adversary.attacks.append(attack)
        }
        return manifest
    }

    /// Tries countermeasures.
    ///
    /// - Parameters:
    ///   - asked: what is tried, in the order of the rows.
    ///   - original: the audit of the model as it is, by every attack that trials take; nil to make it. It is made again
    ///     where the audit did less than was asked for, or took a target model that was built on other layers.
    /// - Returns: the model as it is, the model trained again where training changes, then one trial per countermeasure; and
    ///   what they say to do.
    /// - Throws: what reading data or the engine throws; a countermeasure that fails is a trial that says so.
    func trials(_ asked: [CountermeasureSettings], original: Original? = nil) throws -> LaboratoryResult {
        try hardening(asked, original: original).result
    }

    /// Tries countermeasures on models that can be shared.
    ///
    /// - Parameters:
    ///   - asked: what is tried, in the order of the rows.
    ///   - original: the audit of the model as it is; nil to make it.
    ///   - drafts: where the hardened models are written to; nil for nowhere.
    /// - Throws: what reading data or the engine throws; a countermeasure that fails is a trial that says so.
    func hardening(
        _ asked: [CountermeasureSettings],
        original: Original? = nil,
        drafts: HardenedDrafts? = nil
    ) throws -> Hardening {
        var session = session
        let isSame = session.options.budget == nil && session.manifest.target?.model == nil
        // A finished target model was built on other layers than those that are tried.
        session.manifest.target?.model = nil
        session.manifest = Self.attacked(session.manifest)
        let materials = try Materials.read(session)
        var trials: [CountermeasureTrial] = []
        var models: [HardenedModel] = []
        var refusals: [String: any DiagnosticError] = [:]
        var references: [CountermeasureTrial.Kind: TrialAudit] = [:]
        let making = VariantMaking(session: session, materials: materials, drafts: drafts)
        for result in try making.models(asked) {
            switch result {
            case .unmade(let settings, let outcome, let reason):
                trials.append(TrialAudit.unmade(settings, outcome, reason))
            case .made(let variant):
                let audit =
                    if variant.kind == .original, isSame, let original {
                        TrialAudit(original: variant, original.gathered, original.assessment, seed: session.seed)
                    } else {
                        try TrialAudit.run(
                            variant,
                            session,
                            materials,
                            policy,
                            checks: references[.original]?.checks
                        )
                    }
                let reference = variant.isTrained ? references[.retrained] : references[.original]
                trials.append(audit.trial(comparedWith: variant.kind == .countermeasure ? reference : nil))
                if variant.kind != .countermeasure { references[variant.kind] = audit }
                if let file = variant.file { models.append(file) }
                if let settings = variant.settings { refusals[settings.text] = variant.refusal }
            }
        }
        return Hardening(
            result: LaboratoryResult(trials, isLeaking: references[.original]?.isLeaking ?? false),
            models: models,
            refusals: refusals
        )
    }
}
