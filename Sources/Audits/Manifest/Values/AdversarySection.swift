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

    /// The settings of an approach; those of a profile where the manifest does not run it.
    public func settings(_ approach: Approach) -> ShadowSettings? { shadows[approach] }
}
