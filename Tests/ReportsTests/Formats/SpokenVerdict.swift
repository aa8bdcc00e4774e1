import AuditCore

/// What a format says of an audit: the part that must be the same in all of them.
struct SpokenVerdict: Equatable {
    /// One gate with the numbers it was judged by.
    struct Gate: Equatable {
        let gate: String
        let result: String
        let waived: Bool
        let bound: String
        let threshold: Double?
        let measured: Double?
        let low: Double?
        let high: Double?

        /// The numbers as far as a format for readers tells them: four digits, and the side of the threshold.
        var rounded: [String] {
            [threshold, measured, low, high].map { value in
                guard let value else { return "none" }
                let side = threshold.map { value < $0 ? "<" : value > $0 ? ">" : "=" } ?? ""
                guard value.isFinite else { return "\(value)" }
                let scaled = value == 0 ? 0 : (value * 1e4 / scale(value)).rounded()
                return "\(scaled)\(side)"
            }
        }

        private func scale(_ value: Double) -> Double {
            var scale = 1.0
            while abs(value) >= scale { scale *= 10 }
            while abs(value) < scale / 10 { scale /= 10 }
            return scale
        }
    }

    let verdict: String
    let exitCode: Int
    let gates: [Gate]

    init(verdict: String, exitCode: Int, gates: [Gate]) {
        self.verdict = verdict
        self.exitCode = exitCode
        self.gates = gates
    }

    /// What the audit itself says.
    init(_ judgement: Judgement) {
        verdict = judgement.verdict.rawValue
        exitCode = Int(judgement.verdict.exitCode)
        gates = judgement.gates.map {
            Gate(
                gate: $0.gate,
                result: $0.outcome.rawValue,
                waived: $0.isWaived,
                bound: $0.bound.rawValue,
                threshold: $0.threshold,
                measured: $0.measurement?.value,
                low: $0.measurement?.interval?.low,
                high: $0.measurement?.interval?.high
            )
        }
    }

    /// Whether a format for readers says the same.
    func agrees(with other: SpokenVerdict) -> Bool {
        verdict == other.verdict && exitCode == other.exitCode && gates.count == other.gates.count
            && zip(gates, other.gates).allSatisfy { left, right in
                left.gate == right.gate && left.result == right.result && left.waived == right.waived
                    && left.bound == right.bound && left.rounded == right.rounded
            }
    }
}
