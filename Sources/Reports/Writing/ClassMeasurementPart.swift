import AuditCore
import XML

/// The figures per class.
enum ClassMeasurementPart {
    static func element(_ measurements: [ClassMeasurement]) -> XMLElement {
        XMLElement("classMeasurements", children: measurements.map { .element(measurement($0)) })
    }

    private static func measurement(_ measurement: ClassMeasurement) -> XMLElement {
        let note = NoteText.of([
            ("accuracy", measurement.accuracy, ""),
            ("precision", measurement.precision, "no record was called a member in any repeat"),
            ("recall", measurement.recall, "the class has no members"),
            ("auc", measurement.auc, "the class lacks members or non-members"),
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
            ("note", note),
        ]
        return XMLElement(
            "classMeasurement",
            attributes: combination + sample + CommonAttributes.interval(measurement.accuracyInterval) + figures
        )
    }
}
