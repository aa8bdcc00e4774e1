import Foundation

/// Writes numbers as a language writes them.
enum NumberWriter {
    static func text(_ value: Double, _ style: Phrase.NumberStyle, in language: Language) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "−∞" : "∞" }
        switch style {
        case .value:
            return language.decimal(String(format: value != 0 && abs(value) < 0.1 ? "%.4f" : "%.3f", value))
        case .percent:
            return language.decimal(String(format: "%g", (value * 1e6).rounded() / 1e4)) + percentSign(language)
        case .confidence:
            // What a division left below a whole hundredth of a percent belongs to it.
            return language.decimal(String(format: "%g", (value * 1e4 + 1e-6).rounded(.down) / 100))
                + percentSign(language)
        case .roundedPercent:
            return language.decimal("\((value * 1000).rounded() / 10)") + percentSign(language)
        case .short: return language.decimal("\((value * 1000).rounded() / 1000)")
        case .full: return language.decimal("\(value)")
        case .count: return grouped(whole(value), language)
        case .whole: return whole(value)
        }
    }

    private static func percentSign(_ language: Language) -> String { "\(language.percentSpace)%" }

    private static func whole(_ value: Double) -> String { String(format: "%.0f", value) }

    private static func grouped(_ digits: String, _ language: Language) -> String {
        var result = ""
        let number = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
        for (index, digit) in number.enumerated() {
            if index > 0, (number.count - index) % 3 == 0 { result += language.groupingSign }
            result.append(digit)
        }
        return digits.hasPrefix("-") ? "-" + result : result
    }
}
