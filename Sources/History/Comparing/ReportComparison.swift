import AuditCore
import Statistics

/// Two audits beside each other: per gate and per figure, whether the later one is better, worse, or neither by what the
/// samples can show.
///
/// The samples are taken as independent. Where both audits looked at the same records the test errs on the side of "no
/// difference", which `sharesRecords` lets a reader know.
public struct ReportComparison: Sendable {
    /// The earlier audit.
    public let old: AuditRecord
    /// The later audit.
    public let new: AuditRecord
    /// The gates in the new policy's order, then those that are gone.
    public private(set) var gates: [GateChange]
    /// Every figure that both audits have, at the confidence both report it.
    public private(set) var figures: [FigureChange]
    /// The level of the tests, after Holm's correction over the gates, and over the figures.
    public let confidence: Double

    /// Compares two records.
    ///
    /// - Parameter confidence: of the tests, in (0, 1).
    public init(old: AuditRecord, new: AuditRecord, confidence: Double = 0.95) {
        self.old = old
        self.new = new
        self.confidence = confidence
        let before = Dictionary(old.judgement.gates.map { ($0.gate, $0) }) { first, _ in first }
        let after = Set(new.judgement.gates.map(\.gate))
        gates =
            new.judgement.gates.map { GateChange(gate: $0.gate, old: before[$0.gate], new: $0) }
            + old.judgement.gates.filter { !after.contains($0.gate) }.map {
                GateChange(gate: $0.gate, old: $0, new: nil)
            }
        figures = Self.common(old, new, confidence)
        let ofGates = HolmCorrection.adjusted(gates.compactMap(\.figures.test?.p))
        var next = 0
        for index in gates.indices where gates[index].figures.test != nil {
            let bound = gates[index].new?.bound ?? .atMost
            gates[index].figures.judge(adjustedP: ofGates[next], bound: bound, confidence: confidence)
            next += 1
        }
        let ofFigures = HolmCorrection.adjusted(figures.map { $0.test?.p ?? 1 })
        for index in figures.indices {
            figures[index].judge(adjustedP: ofFigures[index], bound: .atMost, confidence: confidence)
        }
    }

    /// Whether a gate is significantly worse, or fails where it did not.
    public var isWorse: Bool {
        gates.contains { gate in
            gate.change == .worse || (gate.new?.outcome == .fail && gate.old != nil && gate.old?.outcome != .fail)
        }
    }

    /// Whether both audits looked at the same members and the same non-members.
    public var sharesRecords: Bool {
        func hashes(_ record: AuditRecord) -> [String] {
            ["members", "nonMembers"].map { role in record.data.first { $0.role == role }?.contentHash ?? "" }
        }
        return !hashes(old).contains("") && hashes(old) == hashes(new)
    }

    /// Whether both audits are of the same source model; nil where a record does not say.
    public var sharesModel: Bool? {
        func digest(_ record: AuditRecord) -> String? {
            record.provenance.files.first { $0.role == "source model" }?.sha256
        }
        guard let old = digest(old), let new = digest(new), !old.isEmpty, !new.isEmpty else { return nil }
        return old == new
    }

    /// The figures both audits have; those of which more is not worse are left to the gates.
    private static func common(_ old: AuditRecord, _ new: AuditRecord, _ confidence: Double) -> [FigureChange] {
        struct Key: Hashable {
            let attack: String, approach: Approach, shadowSize: Int, statistic: Statistic, confidence: Double?
            init(_ measurement: AuditCore.Measurement) {
                attack = measurement.attack
                approach = measurement.approach
                shadowSize = measurement.shadowSize
                statistic = measurement.statistic
                confidence = measurement.interval?.confidence
            }
        }
        let leakage: Set<Statistic> = [.accuracy, .auc, .tprAt10, .tprAt1, .tprAt01, .advantage]
        let before = Dictionary(old.measurements.map { (Key($0), $0) }) { first, _ in first }
        var seen: Set<Key> = []
        return new.measurements.compactMap { measurement in
            let key = Key(measurement)
            guard leakage.contains(measurement.statistic), let earlier = before[key], seen.insert(key).inserted else {
                return nil
            }
            return FigureChange(old: earlier, new: measurement, confidence: confidence)
        }
    }
}
