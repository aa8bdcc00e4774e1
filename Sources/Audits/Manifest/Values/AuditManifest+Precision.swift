import Networks
import Tensors

extension AuditManifest {
    /// The manifest with what `precision: automatic` means on a device of this machine: what stands in a report and in the
    /// addresses of a store is what was done.
    func resolvingPrecision(on device: Device) -> AuditManifest {
        var manifest = self
        for (approach, settings) in adversary.shadows {
            manifest.adversary.shadows[approach]?.training = settings.training.resolvingPrecision(on: device)
        }
        manifest.target?.training = target?.training.mapValues { $0.resolvingPrecision(on: device) } ?? [:]
        manifest.source?.training.precision =
            (source?.training.precision ?? SourceRecipe.usual.precision).resolved(on: device)
        return manifest
    }
}

extension TrainingRecipe {
    /// The recipe with what `precision: automatic` means on a device of this machine.
    func resolvingPrecision(on device: Device) -> TrainingRecipe {
        var recipe = self
        recipe.precision = precision.resolved(on: device)
        return recipe
    }
}
