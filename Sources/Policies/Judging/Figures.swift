import AuditCore
import Foundation

/// Numbers as sentences show them.
enum Figures {
    /// Three decimals, four below 0.1; `∞` for infinity.
    static func value(_ value: Double) -> String {
        if value.isInfinite { return value < 0 ? "−∞" : "∞" }
        return String(format: value != 0 && abs(value) < 0.1 ? "%.4f" : "%.3f", value)
    }

    /// A number with the decimals it was written with, at most 15 digits.
    static func exact(_ value: Double) -> String { String(format: "%.15g", value) }

    /// A share as a percentage with as many decimals as it has.
    static func percent(_ share: Double) -> String { String(format: "%g %%", (share * 1e6).rounded() / 1e4) }

    /// A value with its interval.
    static func measured(_ measurement: AuditCore.Measurement) -> String {
        guard let value = measurement.value else { return "no value" }
        guard let interval = measurement.interval else { return Self.value(value) }
        let ends = "\(Self.value(interval.low)) to \(Self.value(interval.high))"
        return "\(Self.value(value)) (\(percent(interval.confidence)) interval \(ends))"
    }

    /// An estimated number of records: rounded up to two digits, thousands separated.
    static func estimate(_ records: Int) -> String {
        var unit = 1
        while records / unit >= 100 { unit *= 10 }
        return count((records + unit - 1) / unit * unit)
    }

    /// A whole number with thousands separated.
    static func count(_ count: Int) -> String {
        var digits = Array(String(count))
        for index in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: index) }
        return String(digits)
    }
}
