/// The characters XML 1.0 can carry (production 2, Char).
enum XMLCharacters {
    /// `text` with every character XML 1.0 cannot carry replaced by U+FFFD.
    static func carried(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(isCarried) { return text }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.map { isCarried($0) ? $0 : "\u{FFFD}" })
        return String(result)
    }

    private static func isCarried(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
