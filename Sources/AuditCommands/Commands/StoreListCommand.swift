import ArgumentParser
import ShadowModels

/// `layeraudit store list`.
struct StoreListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what a shadow store holds, by kind of model and records trained on.",
        discussion: """
            EXAMPLES
              layeraudit store list audit-report/shadow-store
            """
    )

    @Argument(help: ArgumentHelp("The store's folder.", valueName: "folder"))
    var folder: String

    func run() throws {
        for line in StoreText.lines(try StoreFolder.entries(folder), folder: folder) { print(line) }
    }
}
