import AuditCore
import ShadowModels

extension Materials {
    /// The shadow models a manifest asks for, as far as the shadow data allow; what a profile's defaults lose is a skip.
    ///
    /// - Throws: `ManifestError.tooFewRecords` for a size the manifest names and the data cannot fill.
    func plans(_ manifest: AuditManifest) throws(ManifestError) -> (plans: [ShadowPlan], skips: [Skip]) {
        let fitted = try manifest.fitting(shadowTrain: shadowTrain.count, shadowTest: shadowTest.count)
        let lost = fitted.notes.dropFirst(manifest.notes.count)
        let skips = lost.map { Skip(id: "shadow-sizes", reason: $0, remedy: Phrase(key: "skip.shadow-sizes-remedy")) }
        return (fitted.adversary.plans, skips)
    }
}
