import ArgumentParser
import KerasModels

/// `layeraudit inspect`.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Prints a model's layers, shapes, parameters and the places where it can be cut.",
        discussion: """
            A layer marked 'cut' can be the last transferred one; 'default' is the one an audit takes when its \
            manifest names none.

            EXAMPLES
              layeraudit inspect source.h5
            """
    )

    @Argument(help: ArgumentHelp("The model (Keras .h5).", valueName: "model"))
    var model: String

    func run() throws {
        for line in ModelTable.lines(try InspectedModel.read(model)) { print(line) }
    }
}
