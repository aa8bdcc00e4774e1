import AuditCore
import Diagnostics

/// Countermeasures that were tried, and the files of those that change the model.
public struct Hardening: Sendable {
    /// The trials and what they say to do.
    public let result: LaboratoryResult
    /// The models that stand in files, in the order of their trials.
    public let models: [HardenedModel]
    /// Why a model that was audited could not be written, by the id of its trial.
    let refusals: [String: any DiagnosticError]

    /// The model as it is, the model trained again where training changes, then one trial per countermeasure.
    public var trials: [CountermeasureTrial] { result.trials }

    /// The trial of a model.
    public func trial(_ model: HardenedModel) -> CountermeasureTrial? { trials.first { $0.id == model.id } }
}
