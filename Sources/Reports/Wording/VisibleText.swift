/// Text for one line that people read: line ends, control characters and changes of writing direction cannot hide or
/// move what stands beside them.
enum VisibleText {
    /// `text` on one line; what cannot be seen but acts is written as its code, such as `[U+202E]`.
    static func line(_ text: String, limit: Int = .max) -> String {
        var result = ""
        var count = 0
        var isSpace = false
        for scalar in text.unicodeScalars {
            guard count < limit else { return result + "…" }
            if scalar.properties.isWhitespace {
                // French and German put no-break spaces before signs and between thousands.
                if !isSpace { result.unicodeScalars.append(isNoBreakSpace(scalar) ? scalar : " ") }
            } else if acts(scalar) {
                result += "[U+\(code(scalar))]"
            } else {
                result.unicodeScalars.append(scalar)
            }
            isSpace = scalar.properties.isWhitespace
            count += 1
        }
        return result
    }

    private static func isNoBreakSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private static func acts(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
