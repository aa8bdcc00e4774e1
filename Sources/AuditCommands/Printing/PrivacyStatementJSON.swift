import Accounting
import Foundation

/// A privacy statement for programs.
enum PrivacyStatementJSON {
    private struct Whole: Encodable {
        let rdp: Double
        let rdpOrder: Double
        let pld: Double
        let records: Int
        let batch: Int
        let samplingRate: Double
        let noise: Double
        let epochs: Double
        let steps: Int
        let delta: Double
        let adjacency: String
        let advantageBound: Double
        let caveats: [String]
        let accountant: String?
        let targetEpsilon: Double?
    }

    /// - Parameters:
    ///   - statement: what is said of the run.
    ///   - accountant: by whose ε the noise was found, if it was.
    ///   - target: the ε it was found for.
    static func text(
        _ statement: PrivacyStatement,
        accountant: Accountant? = nil,
        target: Double? = nil
    ) throws -> String {
        let run = statement.mechanism
        let whole = Whole(
            rdp: statement.rdp.epsilon,
            rdpOrder: statement.rdp.order,
            pld: statement.pld,
            records: run.records,
            batch: run.batch,
            samplingRate: run.samplingRate,
            noise: run.noise,
            epochs: run.epochs,
            steps: run.steps,
            delta: statement.delta,
            adjacency: statement.adjacency.rawValue,
            advantageBound: statement.advantageBound,
            caveats: statement.caveats.map(\.rawValue),
            accountant: accountant?.rawValue,
            targetEpsilon: target
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "INF",
            negativeInfinity: "-INF",
            nan: "NaN"
        )
        return String(decoding: try encoder.encode(whole), as: UTF8.self)
    }
}
