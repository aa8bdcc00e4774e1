import AuditCore
import XML

/// Every figure.
enum MeasurementPart {
    static func element(_ measurements: [Measurement], _ book: PhraseBook) -> XMLElement {
        XMLElement("measurements", children: measurements.map { .element(measurement($0, book)) })
    }

    private static func measurement(_ measurement: Measurement, _ book: PhraseBook) -> XMLElement {
        let combination = CommonAttributes.combination(
            measurement.attack,
            measurement.approach,
            measurement.shadowSize
        )
        let sample: [(String, String?)] = [
            ("members", NumberText.of(measurement.members)), ("nonMembers", NumberText.of(measurement.nonMembers)),
            ("repeats", NumberText.of(measurement.repeats)), ("population", measurement.population.rawValue),
            ("sd", NumberText.of(measurement.standardDeviation)), ("method", book.say(measurement.method)),
            ("note", book.say(note(measurement))),
        ]
        let figure: [(String, String?)] = [
            ("statistic", measurement.statistic.rawValue), ("value", NumberText.of(measurement.value)),
        ]
        return XMLElement(
            "measurement",
            attributes: combination + figure + CommonAttributes.interval(measurement.interval) + sample
        )
    }

    /// The measurement's own note, or why there is no value.
    private static func note(_ measurement: Measurement) -> Phrase? {
        if let note = measurement.note { return note }
        return NoteText.of([("value", measurement.value, "note.undefined")])
    }
}
