import ArgumentParser

/// `layeraudit dp`.
struct DPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dp",
        abstract: "Says what differential privacy a DP-SGD training run has, and the noise that a given one takes.",
        discussion: """
            Both accountants, Rényi differential privacy (RDP) and privacy loss distributions (PLD), give upper bounds on ε \
            for batches drawn by Poisson sampling; PLD is the tighter one.

            EXAMPLES
              layeraudit dp epsilon --records 60000 --batch 256 --noise 1.1 --epochs 60 --delta 1e-5
              layeraudit dp noise --records 60000 --batch 256 --epochs 60 --delta 1e-5 --epsilon 3
            """,
        subcommands: [DPEpsilonCommand.self, DPNoiseCommand.self]
    )
}
