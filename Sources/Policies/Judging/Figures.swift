import AuditCore

/// Numbers as sentences show them.
enum Figures {
    /// A value with its interval.
    static func measured(_ measurement: Measurement) -> Phrase {
        guard let value = measurement.value else { return Phrase(key: "measured.none") }
        guard let interval = measurement.interval else {
            return Phrase(key: "measured.value", ["value": .number(value, .value)])
        }
        return Phrase(
            key: "measured.interval",
            [
                "value": .number(value, .value), "confidence": .number(interval.confidence, .confidence),
                "low": .number(interval.low, .value), "high": .number(interval.high, .value),
            ]
        )
    }
}
