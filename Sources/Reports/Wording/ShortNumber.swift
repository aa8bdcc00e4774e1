import AuditCore
import Foundation

/// Numbers for readers: few digits, but never so few that a number changes sides.
enum ShortNumber {
    /// The number with the fewest significant digits, at least four, that leave it on its side of the threshold.
    static func text(_ value: Double, beside threshold: Double? = nil, in language: Language) -> String {
        guard value.isFinite else {
            return value.isNaN ? Phrase(key: "undefined").text(in: language) : value < 0 ? "−∞" : "∞"
        }
        return language.decimal(digits(value, beside: threshold))
    }

    /// A share as a percentage, such as `95 %`.
    static func percent(_ share: Double, in language: Language) -> String {
        Phrase(key: "percent", ["number": .words(text(share * 100, in: language))]).text(in: language)
    }

    /// A count for a sentence; English has it without separators, which scripts that read summaries rely on.
    static func count(_ count: Int, in language: Language) -> Phrase.Value {
        language == .english ? .whole(count) : .count(count)
    }

    private static func digits(_ value: Double, beside threshold: Double?) -> String {
        for digits in 4...16 {
            let text = String(format: "%.\(digits)g", value)
            guard let threshold else { return text }
            if let short = Double(text), side(short, threshold) == side(value, threshold) { return text }
        }
        return NumberText.of(value)
    }

    private static func side(_ value: Double, _ threshold: Double) -> Int {
        value < threshold ? -1 : value > threshold ? 1 : 0
    }
}
