import AuditCore

/// The figures that a gate covers.
struct GateFigures {
    let gate: Gate
    let evidence: Evidence

    var all: [Measurement] { gate.group.map(grouped) ?? overall }

    /// Of several for one attack, approach and size the one at the gate's confidence; where there is none, the one
    /// recomputed from the evidence, if it follows from it.
    private var overall: [Measurement] {
        var chosen: [String: Measurement] = [:]
        var order: [String] = []
        for measurement in evidence.measurements
        where measurement.statistic == gate.statistic && covers(measurement.attack, measurement.approach) {
            let key = "\(measurement.attack)/\(measurement.approach.rawValue)/\(measurement.shadowSize)"
            if chosen[key] == nil { order.append(key) }
            if chosen[key] == nil || measurement.interval?.confidence == gate.confidence { chosen[key] = measurement }
        }
        let recomputed = RecomputedIntervals(
            measurements: evidence.measurements,
            classes: evidence.classMeasurements
        )
        return order.compactMap { chosen[$0] }.map { measurement in
            guard let interval = measurement.interval, abs(interval.confidence - gate.confidence) >= 1e-9 else {
                return measurement
            }
            return recomputed.measurement(measurement, confidence: gate.confidence) ?? measurement
        }
    }

    /// Of the worst of all groups every one counts, at a confidence that holds for all of them together.
    private func grouped(_ scope: GroupScope) -> [Measurement] {
        switch scope.kind {
        case .class:
            let covered = evidence.classMeasurements.filter { covers($0.attack, $0.approach) }
            func run(_ figures: ClassMeasurement) -> String {
                "\(figures.attack)/\(figures.approach.rawValue)/\(figures.shadowSize)"
            }
            let together = covered.reduce(into: [String: Int]()) { $0[run($1), default: 0] += 1 }
            return covered.filter { scope.name == nil || scope.name == $0.className }.compactMap { figures in
                figures.measurement(
                    of: gate.statistic,
                    confidence: gate.confidence,
                    classes: scope.name == nil ? together[run(figures)] ?? 1 : 1
                )
            }
        }
    }

    private func covers(_ attack: String, _ approach: Approach) -> Bool {
        let isByName = evidence.isJudgedByName(attack)
        return switch gate.attacks {
        case .worstOf: !isByName
        case .worstAmong(let patterns):
            patterns.contains { $0.covers(attack: attack, approach: approach, isJudgedByName: isByName) }
        case .listed(let references): references.contains { $0.covers(attack: attack, approach: approach) }
        }
    }
}
