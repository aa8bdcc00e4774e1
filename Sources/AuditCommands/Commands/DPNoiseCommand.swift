import Accounting
import ArgumentParser

/// `layeraudit dp noise`.
struct DPNoiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "noise",
        abstract: "Prints the noise multiplier that keeps a DP-SGD training run within an ε.",
        discussion: """
            EXAMPLES
              layeraudit dp noise --records 60000 --batch 256 --epochs 60 --delta 1e-5 --epsilon 3
              layeraudit dp noise --records 60000 --batch 256 --epochs 60 --delta 1e-5 --epsilon 3 --accountant rdp
            """
    )

    @OptionGroup var options: TrainingRunOptions

    @Option(help: ArgumentHelp("The ε to stay within.", valueName: "ε"))
    var epsilon: Double

    @Option(help: "The accountant whose ε is meant: rdp or pld.")
    var accountant: Accountant = .pld

    @Flag(help: "Prints JSON.")
    var json = false

    func validate() throws {
        _ = try options.validated(noise: 1)
        guard epsilon > 0, epsilon.isFinite else {
            throw ValidationError("--epsilon takes a number above 0, such as 3.")
        }
    }

    func run() throws {
        let run = try NoiseCalibration.run(
            epsilon: epsilon,
            delta: options.delta,
            records: options.records,
            batch: options.batch,
            epochs: options.epochs,
            accountant: accountant
        )
        let statement = try PrivacyStatement(run, delta: options.delta)
        if json { return print(try PrivacyStatementJSON.text(statement, accountant: accountant, target: epsilon)) }
        print(PrivacyStatementText.noise(run.noise, epsilon: epsilon, accountant: accountant))
        for line in PrivacyStatementText.lines(statement) { print(line) }
    }
}

extension Accountant: ExpressibleByArgument {}
