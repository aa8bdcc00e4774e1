import AuditCore

/// One gate in an old audit and in a new one.
public struct GateChange: Sendable, Hashable {
    /// The gate's id.
    public let gate: String
    /// What it said in the old audit; nil where the old policy had no such gate.
    public let old: GateResult?
    /// What it says in the new audit; nil where the new policy has no such gate.
    public let new: GateResult?
    /// The figures that decided, each the worst of its audit.
    public internal(set) var figures: FigureChange
    /// What differs in the gate itself, such as its threshold; empty where nothing does.
    public let differences: [String]

    /// What became of what the gate measures.
    public var change: Change { figures.change }

    init(gate: String, old: GateResult?, new: GateResult?) {
        self.gate = gate
        self.old = old
        self.new = new
        differences = Self.differences(old, new)
        let isSame = old == nil || new == nil || old?.statistic == new?.statistic
        figures = FigureChange(
            old: isSame ? old?.measurement : nil,
            new: new?.measurement,
            confidence: new?.confidence ?? old?.confidence ?? 0.95
        )
    }

    private static func differences(_ old: GateResult?, _ new: GateResult?) -> [String] {
        guard let old else { return ["the gate is new"] }
        guard let new else { return ["the gate is gone"] }
        var result: [String] = []
        if old.statistic != new.statistic {
            result.append("judges \(new.statistic.rawValue) instead of \(old.statistic.rawValue)")
        }
        if old.bound != new.bound { result.append("asks for \(new.bound.rawValue) instead of \(old.bound.rawValue)") }
        if old.threshold != new.threshold { result.append("threshold \(new.threshold) instead of \(old.threshold)") }
        if old.confidence != new.confidence {
            result.append("confidence \(new.confidence) instead of \(old.confidence)")
        }
        if old.isWaived != new.isWaived { result.append(new.isWaived ? "now waived" : "no longer waived") }
        return result
    }
}
