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

    @OptionGroup var store: StoreArgument

    func run() throws {
        for line in StoreText.lines(try StoreFolder.entries(store.folder), folder: store.folder) { print(line) }
    }
}
