import Accounting
import ArgumentParser

/// `layeraudit dp epsilon`.
struct DPEpsilonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epsilon",
        abstract: "Prints the ε of a DP-SGD training run by both accountants.",
        discussion: """
            EXAMPLES
              layeraudit dp epsilon --records 60000 --batch 256 --noise 1.1 --epochs 60 --delta 1e-5
              layeraudit dp epsilon --records 60000 --batch 256 --noise 1.1 --epochs 60 --delta 1e-5 --json
            """
    )

    @OptionGroup var options: TrainingRunOptions

    @Option(
        help: ArgumentHelp("The noise multiplier: standard deviation of the noise per clipping norm.", valueName: "σ")
    )
    var noise: Double

    @Flag(help: "Prints JSON.")
    var json = false

    func validate() throws {
        _ = try options.validated(noise: noise)
    }

    func run() throws {
        let statement = try PrivacyStatement(options.validated(noise: noise), delta: options.delta)
        if json { return print(try PrivacyStatementJSON.text(statement)) }
        for line in PrivacyStatementText.lines(statement) { print(line) }
    }
}
