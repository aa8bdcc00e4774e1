import Foundation

/// Numbers for readers: few digits, but never so few that a number changes sides.
enum ShortNumber {
    /// The number with the fewest significant digits, at least four, that leave it on its side of the threshold.
    static func text(_ value: Double, beside threshold: Double? = nil) -> String {
        guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞" }
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
