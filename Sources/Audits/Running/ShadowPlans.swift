import AuditCore
import Diagnostics
import ShadowModels

/// Which shadow models this audit trains, and what it leaves out.
struct ShadowPlans: Sendable {
    let plans: [ShadowPlan]
    let skips: [Skip]

    /// Holds the manifest's sizes against the shadow data.
    ///
    /// - Throws: `AuditError.tooFewRecords` for a size the manifest names and the data cannot fill.
    static func make(_ session: Session, _ materials: Materials) throws -> ShadowPlans {
        let available = min(materials.shadowTrain.count, materials.shadowTest.count)
        var plans: [ShadowPlan] = []
        var skips: [Skip] = []
        for approach in session.manifest.adversary.approaches {
            guard let settings = session.manifest.adversary.settings(approach) else { continue }
            let sizes = settings.sizes.filter { $0 <= available }
            let dropped = settings.sizes.filter { $0 > available }
            if let size = dropped.first, settings.sizesAreExplicit {
                throw AuditError(
                    .tooFewRecords,
                    "a shadow size of \(size) needs as many records in shadowTrain and in shadowTest; there are "
                        + "\(materials.shadowTrain.count) and \(materials.shadowTest.count)",
                    at: place(approach, session.manifest),
                    remedy: "Use sizes up to \(available), or give more shadow records."
                )
            }
            if !dropped.isEmpty {
                skips.append(
                    Skip(
                        id: "shadow-sizes/\(approach.rawValue)",
                        reason: "the profile's sizes \(dropped) exceed the \(available) shadow records there are",
                        remedy: "Give more shadow records."
                    )
                )
            }
            // A profile made for larger data still audits small ones, at the largest size they allow.
            plans.append(
                ShadowPlan(
                    approach: approach,
                    sizes: sizes.isEmpty ? [available] : sizes,
                    repeats: settings.repeats,
                    models: settings.models,
                    recipe: settings.training
                )
            )
        }
        return ShadowPlans(plans: plans, skips: skips)
    }

    /// Where the manifest names an approach's sizes.
    private static func place(_ approach: Approach, _ manifest: AuditManifest) -> Location {
        let own = manifest.location(of: "adversary.overrides.\(approach.rawValue).shadowSizes")
        return own == .file(manifest.path) ? manifest.location(of: "adversary.shadowSizes") : own
    }
}
