import ArgumentParser
import ShadowModels

/// `layeraudit store clear`.
struct StoreClearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Removes all that a shadow store holds, and nothing else of its folder.",
        discussion: """
            EXAMPLES
              layeraudit store clear audit-report/shadow-store
            """
    )

    @Argument(help: ArgumentHelp("The store's folder.", valueName: "folder"))
    var folder: String

    func run() throws { print(StoreText.removed(try StoreFolder.remove(folder), folder: folder)) }
}
