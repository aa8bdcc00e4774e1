import AuditCore
import XML

/// Every figure.
enum MeasurementPart {
    static func element(_ measurements: [Measurement]) -> XMLElement {
        XMLElement("measurements", children: measurements.map { .element(measurement($0)) })
    }

    private static func measurement(_ measurement: Measurement) -> XMLElement {
        let combination = CommonAttributes.combination(
            measurement.attack,
            measurement.approach,
            measurement.shadowSize
        )
        let sample: [(String, String?)] = [
            ("members", NumberText.of(measurement.members)), ("nonMembers", NumberText.of(measurement.nonMembers)),
            ("repeats", NumberText.of(measurement.repeats)),
            ("sd", NumberText.of(measurement.standardDeviation)), ("method", measurement.method),
            ("note", note(measurement)),
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
    private static func note(_ measurement: Measurement) -> String? {
        if let note = measurement.note { return note }
        return NoteText.of([("value", measurement.value, "undefined or not identifiable with this sample")])
    }
}
