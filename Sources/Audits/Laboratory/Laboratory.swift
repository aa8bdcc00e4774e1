import AuditCore
import Countermeasures
import Diagnostics
import Policies

/// Measures what countermeasures do to leakage and to usefulness on the owner's own model and data.
///
/// Each hardened model is audited as the original is, by an adversary who knows the countermeasure; the recipient builds a
/// target model on it; and the accuracies are held against those of the same model without it, record by record.
struct Laboratory {
    let session: Session
    let policy: Policy

    /// Attacks on the layers alone, which run along: what is done to answers does nothing for layers that have left.
    static let layerAttacks = ["layers-own-head", "layers-centroid", "layers-density", "layers-norm"]

    /// Tries countermeasures.
    ///
    /// - Parameter asked: what is tried, in the order of the rows.
    /// - Returns: the model as it is, the model trained again where training changes, then one trial per countermeasure.
    /// - Throws: what reading data or the engine throws; a countermeasure that fails is a trial that says so.
    func trials(_ asked: [CountermeasureSettings]) throws -> [CountermeasureTrial] { try hardening(asked).trials }

    /// Tries countermeasures on models that can be shared.
    ///
    /// - Parameters:
    ///   - asked: what is tried, in the order of the rows.
    ///   - drafts: where the hardened models are written to; nil for nowhere.
    /// - Throws: what reading data or the engine throws; a countermeasure that fails is a trial that says so.
    func hardening(_ asked: [CountermeasureSettings], drafts: HardenedDrafts? = nil) throws -> Hardening {
        var session = session
        // A finished target model was built on other layers than those that are tried.
        session.manifest.target?.model = nil
        for attack in Self.layerAttacks where !session.manifest.adversary.attacks.contains(attack) {
            session.manifest.adversary.attacks.append(attack)
        }
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
                let audit = try TrialAudit.run(
                    variant,
                    session,
                    materials,
                    policy,
                    checks: references[.original]?.checks
                )
                let reference = variant.isTrained ? references[.retrained] : references[.original]
                trials.append(audit.trial(comparedWith: variant.kind == .countermeasure ? reference : nil))
                if variant.kind != .countermeasure { references[variant.kind] = audit }
                if let file = variant.file { models.append(file) }
                if let settings = variant.settings { refusals[settings.text] = variant.refusal }
            }
        }
        return Hardening(trials: trials, models: models, refusals: refusals)
    }
}
