import ArgumentParser
import Foundation
import ShadowModels

/// `layeraudit store prune`.
struct StorePruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Removes what no audit has used for some days.",
        discussion: """
            EXAMPLES
              layeraudit store prune audit-report/shadow-store --older-than 30
            """
    )

    @OptionGroup var store: StoreArgument

    @Option(help: ArgumentHelp("Days since an entry was last used.", valueName: "days"))
    var olderThan: Double

    func validate() throws {
        guard olderThan >= 0, olderThan.isFinite else {
            throw ValidationError("--older-than takes a number of days from 0.")
        }
    }

    func run() throws {
        let time = Date(timeIntervalSinceNow: -olderThan * 86_400)
        print(StoreText.removed(try StoreFolder.remove(store.folder, unusedSince: time), folder: store.folder))
    }
}
