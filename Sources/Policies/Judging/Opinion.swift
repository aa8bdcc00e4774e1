import AuditCore

/// What one measurement says to a gate.
struct Opinion: Sendable {
    /// The measurement.
    let measurement: Measurement
    /// What it says on its own.
    let outcome: GateOutcome
    /// Why it cannot decide, as the end of a sentence; empty when it does.
    let reason: String
    /// Members, and as many non-members, that would let it decide; nil when more records would not help.
    let recordsToDecide: Int?

    /// Which attack, approach and shadow size it is, in words.
    var subject: String {
        let group = measurement.group.map { " in \($0)" } ?? ""
        let size = (measurement.shadowSize > 0 ? " at n = \(measurement.shadowSize)" : "") + group
        switch measurement.approach {
        case .none: return measurement.attack + size
        case .baseline: return "\(measurement.attack) without the layers\(size)"
        case .freezing: return "\(measurement.attack) with frozen layers\(size)"
        case .fineTuning: return "\(measurement.attack) with fine-tuned layers\(size)"
        }
    }
}
