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
    func trials(_ asked: [CountermeasureSettings]) throws -> [CountermeasureTrial] {
        var session = session
        // A finished target model was built on other layers than those that are tried.
        session.manifest.target?.model = nil
        for attack in Self.layerAttacks where !session.manifest.adversary.attacks.contains(attack) {
            session.manifest.adversary.attacks.append(attack)
        }
        let materials = try Materials.read(session)
        var trials: [CountermeasureTrial] = []
        var references: [CountermeasureTrial.Kind: TrialAudit] = [:]
        for result in try VariantMaking(session: session, materials: materials).models(asked) {
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
                let isTrained = variant.settings.map {
                    CountermeasureCatalog.named($0.id)?.descriptor.kind == .training
                }
                let reference = isTrained == true ? references[.retrained] : references[.original]
                trials.append(audit.trial(comparedWith: variant.kind == .countermeasure ? reference : nil))
                if variant.kind != .countermeasure { references[variant.kind] = audit }
            }
        }
        return trials
    }
}
