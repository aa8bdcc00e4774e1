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

    @OptionGroup var store: StoreArgument

    func run() throws { print(StoreText.removed(try StoreFolder.remove(store.folder), folder: store.folder)) }
}
