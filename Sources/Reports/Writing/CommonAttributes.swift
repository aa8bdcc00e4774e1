import AuditCore

/// Attributes that several elements share.
enum CommonAttributes {
    /// Which attack, under which approach, with how many shadow records.
    static func combination(_ attack: String, _ approach: Approach, _ shadowSize: Int) -> [(String, String?)] {
        [("attack", attack), ("approach", approach.rawValue), ("shadowSize", NumberText.of(shadowSize))]
    }

    /// An interval's ends and level; all three absent without one.
    static func interval(_ interval: Interval?) -> [(String, String?)] {
        guard let interval, !interval.low.isNaN, !interval.high.isNaN else { return [] }
        return [
            ("low", NumberText.of(interval.low)), ("high", NumberText.of(interval.high)),
            ("confidence", NumberText.of(interval.confidence)),
        ]
    }

    /// Likelihood and level of a risk, beside the severity; both absent without one.
    static func risk(_ risk: Risk?) -> [(String, String?)] {
        [("likelihood", risk?.likelihood.rawValue), ("risk", risk?.level.rawValue)]
    }
}
