import ArgumentParser
import History

/// `layeraudit history show`.
struct HistoryShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints one recorded audit with its gates.",
        discussion: """
            EXAMPLES
              layeraudit history show 12
              layeraudit history show 12 --json
            """
    )

    @Argument(help: ArgumentHelp("The audit's number, as `layeraudit history` lists it.", valueName: "number"))
    var number: Int64

    @Flag(help: "Prints JSON.")
    var json = false

    @OptionGroup var options: RegistryOptions

    func run() throws {
        let found = try Registry(path: options.path).audit(number)
        if json {
            print(try HistoryText.json([found]))
        } else {
            for line in HistoryText.details(found.audit, found.gates) { print(line) }
        }
    }
}
