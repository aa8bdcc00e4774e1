/// Which of a policy's gates failed, are undecided or were waived, and how a verdict's sentence says so.
public struct GateTally: Sendable {
    /// How one gate ended.
    public struct Row: Sendable {
        let gate: String
        let outcome: GateOutcome?
        let isWaived: Bool

        /// A gate by its id; an outcome of another version is none.
        public init(gate: String, outcome: GateOutcome?, isWaived: Bool) {
            self.gate = gate
            self.outcome = outcome
            self.isWaived = isWaived
        }
    }

    private let rows: [Row]

    /// Tallies gates.
    public init(_ rows: [Row]) { self.rows = rows }

    /// Which gates are not met; nil when there is none.
    public var failed: Phrase? { share("verdict.failed") { $0.outcome == .fail && !$0.isWaived } }
    /// Which gates are undecided; nil when there is none.
    public var undecided: Phrase? { share("verdict.undecided") { $0.outcome == .inconclusive && !$0.isWaived } }
    /// Which gates were waived; nil when there is none.
    public var waived: Phrase? { share("verdict.waived") { $0.isWaived } }

    private func share(_ key: String, of isCounted: (Row) -> Bool) -> Phrase? {
        let names = rows.filter(isCounted).map(\.gate)
        guard !names.isEmpty else { return nil }
        return Phrase(key: key, ["count": .whole(names.count), "total": .whole(rows.count), "gates": .names(names)])
    }
}
