/// How a gate ended.
public enum GateOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The interval's unfavourable end is inside the threshold.
    case pass
    /// The interval's favourable end is outside the threshold.
    case fail
    /// The sample cannot decide, a validity check failed, or what the gate judges did not run.
    case inconclusive

    /// The words a reader sees.
    public var title: Phrase { Phrase(key: "outcome-name.\(rawValue)") }

    /// The words, with `(waived)` behind them where that counts.
    public func title(isWaived: Bool) -> Phrase {
        isWaived ? Phrase(key: "finding.waived", ["title": .phrase(title)]) : title
    }
}
