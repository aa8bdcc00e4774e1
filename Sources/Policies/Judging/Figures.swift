import AuditCore

/// Numbers as sentences show them.
enum Figures {
    /// A value with its interval.
    static func measured(_ measurement: Measurement) -> Phrase {
        guard let value = measurement.value else { return Phrase(key: "measured.none") }
        guard let interval = measurement.interval else {
            return Phrase(key: "measured.value", ["value": .number(value, .value)])
        }
        return .measured(value, interval)
    }
}
