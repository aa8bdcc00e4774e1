import AuditCore

/// What one measurement says to a gate.
struct Opinion: Sendable {
    /// The measurement.
    let measurement: Measurement
    /// What it says on its own.
    let outcome: GateOutcome
    /// Why it cannot decide, as the end of a sentence; empty when it does.
    let reason: Phrase
    /// Members, and as many non-members, that would let it decide; nil when more records would not help.
    let recordsToDecide: Int?

    /// Which attack, approach and shadow size it is, in words.
    var subject: Phrase {
        let attack: Phrase.Value = .words(measurement.attack)
        let subject =
            switch measurement.approach {
            case .none: Phrase(verbatim: measurement.attack)
            case .baseline: Phrase(key: "subject.baseline", ["attack": attack])
            case .freezing: Phrase(key: "subject.freezing", ["attack": attack])
            case .fineTuning: Phrase(key: "subject.fine-tuning", ["attack": attack])
            case .given: Phrase(key: "subject.given", ["attack": attack])
            }
        let sized =
            measurement.shadowSize > 0
            ? Phrase(key: "subject.at-size", ["subject": .phrase(subject), "size": .whole(measurement.shadowSize)])
            : subject
        // Whose training set it is about has to be said where it is not the source model's.
        let whole =
            measurement.population == .source ? sized : Phrase(key: "subject.target", ["subject": .phrase(sized)])
        guard let group = measurement.group else { return whole }
        return Phrase(key: "subject.in-group", ["subject": .phrase(whole), "group": .phrase(group.phrase)])
    }
}
