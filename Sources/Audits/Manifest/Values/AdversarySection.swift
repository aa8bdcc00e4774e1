import Attacks
import AuditCore
import Networks

/// What the adversary of a manifest does.
public struct AdversarySection: Sendable {
    /// The approaches to run, in the manifest's order.
    public var approaches: [Approach]
    /// The attacks to run, by id.
    public var attacks: [String]
    /// Shadow models per approach: the profile's defaults, then the manifest's values, then its overrides.
    public var shadows: [Approach: ShadowSettings]
    /// How attack networks are trained.
    public var attackTraining: TrainingRecipe
    /// How attacks by thresholds and by reference models decide.
    public var scoring: ScoringSettings
    /// How often each trained attack is trained again, to tell what its training adds to the uncertainty; 0: not at all, and no
    /// attack is tried without parts of its shadow models either.
    public var retrainings: Int
    /// How a sensitive attribute of the source training population is asked for.
    public var attribute = AttributeSettings()

    /// How shadow worlds are trained: from scratch, as `baseline` is.
    var worldTraining: TrainingRecipe { shadows[.baseline]?.training ?? TrainingRecipe() }

    /// The settings of an approach; those of a profile where the manifest does not run it.
    public func settings(_ approach: Approach) -> ShadowSettings? { shadows[approach] }
}
