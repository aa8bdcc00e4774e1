import ArgumentParser

/// `layeraudit store`.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Shows and clears what audits keep of trained shadow models.",
        discussion: """
            An audit keeps every shadow and target model's answers under the SHA-256 of all that shaped them: records, \
            labels, architecture, transferred layers, training, seed, versions. A killed audit continues where it was, and \
            a later one trains only what has changed. The answers are about people: keep the folder as you keep the data.

            EXAMPLES
              layeraudit store list audit-report/shadow-store
              layeraudit store prune /srv/audits/shadow-store --older-than 30
              layeraudit store clear audit-report/shadow-store
            """,
        subcommands: [StoreListCommand.self, StorePruneCommand.self, StoreClearCommand.self]
    )
}
