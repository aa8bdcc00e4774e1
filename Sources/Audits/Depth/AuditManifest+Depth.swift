import Attacks
import AuditCore
import Policies

extension AuditManifest {
    /// The manifest with the shadow models, attacks and recipient of a depth curve.
    func surveyed(_ section: DepthSection, _ policy: Policy) -> AuditManifest {
        var manifest = self
        manifest.adversary.approaches = [.baseline] + section.approaches
        for (approach, settings) in adversary.shadows {
            manifest.adversary.shadows[approach] = section.settings(settings, profile: profile)
            if section.shadowSizes != nil {
                manifest.locations["adversary.overrides.\(approach.rawValue).shadowSizes"] = location(
                    of: "depth.shadowSizes"
                )
            }
        }
        manifest.adversary.attacks = Self.surveyAttacks(adversary.attacks, policy)
        manifest.adversary.retrainings = 0
        // A finished target model was built on one cut, and its training set is another audit's matter.
        manifest.target?.model = nil
        manifest.target?.shadow = nil
        return manifest
    }

    /// Of the attacks a manifest names and a policy requires those that need nothing but the answers of shadow models;
    /// the paper's where there is none.
    private static func surveyAttacks(_ named: [String], _ policy: Policy) -> [String] {
        let wanted = Set(named + policy.requiredAttacks.map(\.attack))
        let cheap = AttackCatalog.all.map { $0.descriptor }.filter { attack in
            !attack.isControl && attack.population == .source && !attack.access.contains(.targetScores)
                && attack.observation == nil && attack.calibration != .perRecord
        }
        let found = cheap.map(\.id).filter(wanted.contains)
        return found.isEmpty ? AdversaryReader.paperAttacks : found
    }
}
