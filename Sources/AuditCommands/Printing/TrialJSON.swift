import AuditCore
import Foundation

/// What countermeasures did, for programs.
enum TrialJSON {
    private struct Leakage: Encodable {
        let adversary: String
        let attack: String
        let approach: String
        let auc: Double
        let low: Double
        let high: Double
        let confidence: Double
    }

    private struct Utility: Encodable {
        let measure: String
        let approach: String
        let accuracy: Double
        let low: Double
        let high: Double
        let records: Int
        let difference: Double?
        let differenceLow: Double?
        let differenceHigh: Double?
    }

    private struct Privacy: Encodable {
        let rdp: Double
        let pld: Double
        let delta: Double
        let noise: Double
        let clip: Double
        let records: Int
        let batch: Int
        let steps: Int
    }

    private struct Trial: Encodable {
        let id: String
        let kind: String
        let countermeasure: String?
        let settings: [String: Double]
        let outcome: String
        let reason: String?
        let epsilonLowerBound: Double?
        let privacy: Privacy?
        let verdict: String?
        let coreSeconds: Double
        let leakage: [Leakage]
        let utilities: [Utility]

        init(_ trial: CountermeasureTrial) {
            id = trial.id
            kind = trial.kind.rawValue
            countermeasure = trial.countermeasure.isEmpty ? nil : trial.countermeasure
            settings = Dictionary(trial.settings.map { ($0.name, $0.value) }) { $1 }
            outcome = trial.outcome.rawValue
            reason = trial.reason?.text
            epsilonLowerBound = trial.epsilonLowerBound
            privacy = trial.privacy.map {
                Privacy(
                    rdp: $0.rdp,
                    pld: $0.pld,
                    delta: $0.delta,
                    noise: $0.noise,
                    clip: $0.clip,
                    records: $0.records,
                    batch: $0.batch,
                    steps: $0.steps
                )
            }
            verdict = trial.verdict?.rawValue
            coreSeconds = trial.coreSeconds
            leakage = trial.leakage.map {
                Leakage(
                    adversary: $0.adversary.rawValue,
                    attack: $0.attack,
                    approach: $0.approach.rawValue,
                    auc: $0.auc,
                    low: $0.interval.low,
                    high: $0.interval.high,
                    confidence: $0.interval.confidence
                )
            }
            utilities = trial.utilities.map {
                Utility(
                    measure: $0.measure.rawValue,
                    approach: $0.approach.rawValue,
                    accuracy: $0.accuracy,
                    low: $0.interval.low,
                    high: $0.interval.high,
                    records: $0.records,
                    difference: $0.difference,
                    differenceLow: $0.differenceInterval?.low,
                    differenceHigh: $0.differenceInterval?.high
                )
            }
        }
    }

    static func text(_ trials: [CountermeasureTrial]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(trials.map(Trial.init)), as: UTF8.self)
    }
}
