/// A language in which reports are written.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case english = "en"
    case french = "fr"
    case german = "de"

    /// Whether a count takes the singular: in French none does, too.
    func isSingular(_ count: Double) -> Bool {
        switch self {
        case .english, .german: count == 1
        case .french: abs(count) < 2
        }
    }

    /// What stands between whole and decimals.
    var decimalSign: String { self == .english ? "." : "," }

    /// A number's digits, written with a point, as the language writes them.
    public func decimal(_ digits: String) -> String { digits.replacing(".", with: decimalSign) }

    /// What stands between thousands.
    var groupingSign: String {
        switch self {
        case .english: ","
        case .french: "\u{202F}"
        case .german: "."
        }
    }

    /// What stands between a number and the per-cent sign.
    var percentSpace: String { self == .english ? " " : "\u{A0}" }

    /// A day given as `YYYY-MM-DD`; any other text as it is.
    func day(_ day: String) -> String {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return day }
        switch self {
        case .english: return day
        case .french: return "\(parts[2])/\(parts[1])/\(parts[0])"
        case .german: return "\(parts[2]).\(parts[1]).\(parts[0])"
        }
    }

    /// What stands between the parts of a list.
    func separator(_ joint: Phrase.Joint) -> String {
        switch (joint, self) {
        case (.comma, _): ", "
        case (.semicolon, .french): "\u{A0}; "
        case (.semicolon, _): "; "
        case (.and, .english): " and "
        case (.and, .french): " et "
        case (.and, .german): " und "
        case (.clause, .english): ", and "
        case (.clause, .french): ", et "
        case (.clause, .german): ", und "
        case (.sentence, _): " "
        }
    }
}
