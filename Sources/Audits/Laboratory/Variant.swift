import Accounting
import AuditCore
import Countermeasures
import Diagnostics
import ShadowModels

/// A source model the laboratory audits: as it is, trained again, or with a countermeasure.
struct Variant: Sendable {
    /// What stands in its row.
    let kind: CountermeasureTrial.Kind
    /// The countermeasure; nil for models without one.
    var settings: CountermeasureSettings?
    /// The model, its cut, and the service that answers for it.
    var source: SourceModel
    /// The adversary, who knows the countermeasure and adapts to it.
    let adversary: AdversarySection
    /// What its training has of differential privacy; nil without.
    var privacy: PrivacyStatement?
    /// What making the model cost, in core-seconds.
    var coreSeconds = 0.0
    /// Whether its noise came from the system, so that nobody can draw it again.
    var isSecret = false
    /// The file that is audited in its place; nil where none was asked for, or none could be written.
    var file: HardenedModel?
    /// Why no file could be written.
    var refusal: (any DiagnosticError)?

    /// Whether it is another training's result: earlier states of the audited model are none of this one.
    var isTrained: Bool {
        kind == .retrained || settings.flatMap { CountermeasureCatalog.named($0.id)?.descriptor.kind } == .training
    }
}
