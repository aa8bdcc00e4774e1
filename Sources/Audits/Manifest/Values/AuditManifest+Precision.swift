import Networks
import Tensors

extension AuditManifest {
    /// The manifest with what `precision: automatic` means on a device of this machine: what stands in a report and in the
    /// addresses of a store is what was done.
    func resolvingPrecision(on device: Device) -> AuditManifest {
        var manifest = self
        let resolved = { (recipe: TrainingRecipe) in
            var recipe = recipe
            recipe.precision = recipe.precision.resolved(on: device)
            return recipe
        }
        for (approach, settings) in adversary.shadows {
            manifest.adversary.shadows[approach]?.training = resolved(settings.training)
        }
        manifest.target?.training = target?.training.mapValues(resolved) ?? [:]
        manifest.source?.training.precision =
            (source?.training.precision ?? SourceRecipe.usual.precision).resolved(on: device)
        return manifest
    }
}
