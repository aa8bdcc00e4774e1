import Accounting
import Foundation

/// A privacy statement as a terminal shows it.
enum PrivacyStatementText {
    static func lines(_ statement: PrivacyStatement) -> [String] {
        let run = statement.mechanism
        let rows = [
            ["accountant", "ε", ""],
            ["RDP", figure(statement.rdp.epsilon), "order \(number(statement.rdp.order))"],
            ["PLD", figure(statement.pld), ""],
        ]
        return [
            "DP-SGD on \(TextTable.count(run.records)) records in batches of \(TextTable.count(run.batch)) "
                + "(sampling rate \(number(run.samplingRate))), noise \(number(run.noise)), "
                + "\(number(run.epochs)) epochs, \(TextTable.count(run.steps)) steps",
            "",
        ] + TextTable.lines(rows, right: [1]) + [
            "",
            "δ = \(number(statement.delta)); neighbours differ by one record, added or removed.",
        ] + meaning(statement) + ["", "To be read with:"] + statement.caveats.map { "- \(sentence($0, statement))" }
    }

    /// The answer of `dp noise`; rounded upwards, so that the figure does as it is printed.
    static func noise(_ noise: Double, epsilon: Double, accountant: Accountant) -> String {
        let rounded = (noise * 10_000).rounded(.up) / 10_000
        return "noise \(String(format: "%.4f", rounded)) keeps ε at or below \(number(epsilon)) "
            + "by \(accountant.rawValue.uppercased())"
    }

    private static func meaning(_ statement: PrivacyStatement) -> [String] {
        var lines: [String] = []
        if statement.pld == .infinity {
            lines.append(
                "PLD gives no ε at this δ: losses too large to be told apart are more probable than δ itself. "
                    + "Ask for a larger δ."
            )
        }
        let bound = String(format: "%.4f", (statement.advantageBound * 10_000).rounded(.up) / 10_000)
        return lines + ["No membership inference has an advantage (TPR − FPR) above \(bound)."]
    }

    private static func sentence(_ caveat: PrivacyStatement.Caveat, _ statement: PrivacyStatement) -> String {
        switch caveat {
        case .poissonSampling:
            "Every step must take each record independently with the sampling rate (Poisson sampling). "
                + "Shuffled or fixed-size batches are not what was accounted, and may have a larger ε."
        case .postProcessing:
            "Sharing only some of the layers is post-processing: ε holds for them as for the whole model, and does not shrink."
        case .hyperparameterSearch:
            "Training runs made to choose hyperparameters are not counted; each of them adds to ε."
        case .unitOfPrivacy:
            "What is protected is one record. A person is protected so only where no person has several."
        case .largeDelta:
            "δ is not below 1 / N = \(number(1 / Double(statement.mechanism.records))): it leaves room for publishing a record."
        }
    }

    private static func figure(_ epsilon: Double) -> String {
        epsilon == .infinity ? "∞" : String(format: "%.4f", epsilon)
    }

    private static func number(_ value: Double) -> String { String(format: "%.6g", value) }
}
