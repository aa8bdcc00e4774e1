import AuditCore
import Countermeasures

extension CountermeasureSettings {
    /// The values, in the order of the countermeasure's parameters.
    var trialSettings: [CountermeasureTrial.Setting] {
        (CountermeasureCatalog.named(id)?.descriptor.parameters ?? []).map {
            CountermeasureTrial.Setting(name: $0.name, value: self[$0.name])
        }
    }

    /// The countermeasure with its values, such as `quantisation(bits 4)`: equal for equal settings.
    var text: String {
        let values = trialSettings.map { "\($0.name) \(CountermeasureParameter.text($0.value))" }
        return values.isEmpty ? id : "\(id)(\(values.joined(separator: ", ")))"
    }
}
