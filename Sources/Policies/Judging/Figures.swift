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
                "value": .number(value, .value), "confidence": .number(interval.confidence, .percent),
                "low": .number(interval.low, .value), "high": .number(interval.high, .value),
            ]
        )
    }

    /// An estimated number of records: rounded up to two digits.
    static func estimate(_ records: Int) -> Int {
        var unit = 1
        while records / unit >= 100 { unit *= 10 }
        return (records + unit - 1) / unit * unit
    }
}
