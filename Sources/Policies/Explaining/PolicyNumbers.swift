import Foundation

/// Numbers as commands about policies show them, in English.
enum PolicyNumbers {
    /// A number with the decimals it was written with, at most 15 digits.
    static func exact(_ value: Double) -> String { String(format: "%.15g", value) }

    /// A share as a percentage with as many decimals as it has.
    static func percent(_ share: Double) -> String { String(format: "%g %%", (share * 1e6).rounded() / 1e4) }

    /// A whole number with thousands separated.
    static func count(_ count: Int) -> String {
        var digits = Array(String(count))
        for index in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: index) }
        return String(digits)
    }
}
