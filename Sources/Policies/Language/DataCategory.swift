/// Categories of personal data that policies can weigh.
///
/// The special categories of GDPR Art. 9(1), criminal convictions (Art. 10) and children (recital 38).
public enum DataCategory: String, Sendable, Hashable, Codable, CaseIterable {
    case racialOrEthnicOrigin = "racial-or-ethnic-origin"
    case politicalOpinions = "political-opinions"
    case religiousOrPhilosophicalBeliefs = "religious-or-philosophical-beliefs"
    case tradeUnionMembership = "trade-union-membership"
    case genetic
    case biometric
    case health
    case sexLife = "sex-life"
    case sexualOrientation = "sexual-orientation"
    case criminalConvictions = "criminal-convictions"
    case children

    /// The category a manifest means; capitals, blanks and underscores do not matter. Nil for any other word.
    public init?(named name: String) {
        let words = name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }
        self.init(rawValue: words.joined(separator: "-"))
    }

    /// Whether GDPR Art. 9(1) lists it.
    public var isSpecial: Bool { self != .criminalConvictions && self != .children }
}
