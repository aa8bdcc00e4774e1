import ArgumentParser

/// `layeraudit history`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists the audits that were recorded, and draws their risk over the releases.",
        discussion: """
            Every audit is recorded in a registry, unless --no-registry is given: one SQLite file that many machines' \
            audits can share. 'history' alone lists it.

            EXAMPLES
              layeraudit history
              layeraudit history --model encoder --since 2026-01-01 --html history.html
              layeraudit history show 12
              layeraudit history add audits/*/report.xml
            """,
        subcommands: [HistoryListCommand.self, HistoryShowCommand.self, HistoryAddCommand.self],
        defaultSubcommand: HistoryListCommand.self
    )
}
