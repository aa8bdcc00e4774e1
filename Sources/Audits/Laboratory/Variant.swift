import Accounting
import AuditCore
import Countermeasures
import ShadowModels

/// A source model the laboratory audits: as it is, trained again, or with a countermeasure.
struct Variant: Sendable {
    /// What stands in its row.
    let kind: CountermeasureTrial.Kind
    /// The countermeasure; nil for models without one.
    var settings: CountermeasureSettings?
    /// The model, its cut, and the service that answers for it.
    let source: SourceModel
    /// The adversary, who knows the countermeasure and adapts to it.
    let adversary: AdversarySection
    /// What its training has of differential privacy; nil without.
    var privacy: PrivacyStatement?
    /// What making the model cost, in core-seconds.
    var coreSeconds = 0.0
}
