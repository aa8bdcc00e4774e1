import AuditCore
import Foundation
import History

/// Two audits beside each other, for programs.
enum ReportComparisonJSON {
    private struct Figure: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
        let confidence: Double?

        init?(_ measurement: AuditCore.Measurement?) {
            guard let measurement else { return nil }
            value = measurement.value
            low = measurement.interval?.low
            high = measurement.interval?.high
            confidence = measurement.interval?.confidence
        }
    }

    private struct Difference: Encodable {
        let attack: String?
        let approach: String?
        let shadowSize: Int?
        let statistic: String?
        let old: Figure?
        let new: Figure?
        let difference: Double?
        let low: Double?
        let high: Double?
        let adjustedP: Double?
        let change: String
        let obstacle: String?

        init(_ figures: FigureChange) {
            let measurement = figures.new ?? figures.old
            attack = measurement?.attack
            approach = measurement?.approach.rawValue
            shadowSize = measurement?.shadowSize
            statistic = measurement?.statistic.rawValue
            old = Figure(figures.old)
            new = Figure(figures.new)
            difference = figures.test?.difference
            low = figures.test?.low
            high = figures.test?.high
            adjustedP = figures.adjustedP
            change = figures.change.rawValue
            obstacle = figures.obstacle
        }
    }

    private struct Gate: Encodable {
        let gate: String
        let oldResult: String?
        let newResult: String?
        let differences: [String]
        let figures: Difference
    }

    private struct Whole: Encodable {
        let oldVerdict: String
        let newVerdict: String
        let confidence: Double
        let sharesRecords: Bool
        let sharesModel: Bool?
        let isWorse: Bool
        let gates: [Gate]
        let figures: [Difference]
    }

    static func text(_ comparison: ReportComparison) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "INF",
            negativeInfinity: "-INF",
            nan: "NaN"
        )
        let whole = Whole(
            oldVerdict: comparison.old.judgement.verdict.rawValue,
            newVerdict: comparison.new.judgement.verdict.rawValue,
            confidence: comparison.confidence,
            sharesRecords: comparison.sharesRecords,
            sharesModel: comparison.sharesModel,
            isWorse: comparison.isWorse,
            gates: comparison.gates.map { gate in
                Gate(
                    gate: gate.gate,
                    oldResult: gate.old?.outcome.rawValue,
                    newResult: gate.new?.outcome.rawValue,
                    differences: gate.differences,
                    figures: Difference(gate.figures)
                )
            },
            figures: comparison.figures.map(Difference.init)
        )
        return String(decoding: try encoder.encode(whole), as: UTF8.self)
    }
}
