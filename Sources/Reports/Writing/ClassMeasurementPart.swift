import AuditCore
import XML

/// The figures per class.
enum ClassMeasurementPart {
    static func element(_ measurements: [ClassMeasurement], _ book: PhraseBook) -> XMLElement {
        XMLElement("classMeasurements", children: measurements.map { .element(measurement($0, book)) })
    }

    private static func measurement(_ measurement: ClassMeasurement, _ book: PhraseBook) -> XMLElement {
        let note = NoteText.of([
            ("accuracy", measurement.accuracy, "note.not-a-number"),
            ("precision", measurement.precision, "note.nobody-called"),
            ("recall", measurement.recall, "note.no-members"),
            ("auc", measurement.auc, "note.one-sided"),
        ])
        let combination = CommonAttributes.combination(
            measurement.attack,
            measurement.approach,
            measurement.shadowSize
        )
        let sample: [(String, String?)] = [
            ("class", measurement.className), ("members", NumberText.of(measurement.members)),
            ("nonMembers", NumberText.of(measurement.nonMembers)),
            ("accuracy", NumberText.of(Optional(measurement.accuracy))),
        ]
        let figures: [(String, String?)] = [
            ("precision", NumberText.of(measurement.precision)),
            ("recall", NumberText.of(measurement.recall)), ("auc", NumberText.of(measurement.auc)),
            ("note", book.say(note)),
        ]
        return XMLElement(
            "classMeasurement",
            attributes: combination + sample + CommonAttributes.interval(measurement.accuracyInterval) + figures
        )
    }
}
