import ArgumentParser
import TorchModels

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
              layeraudit inspect weights.h5 --architecture model.json
              layeraudit inspect model.pt --input-shape 3,224,224
            """
    )

    @Argument(help: ArgumentHelp("The model (Keras .h5, .keras, weights; TorchScript .pt).", valueName: "model"))
    var model: String

    @OptionGroup(title: "Model") var modelOptions: ModelOptions

    func run() throws {
        let reference = modelOptions.reference(model)
        if reference.isTorchScript {
            let submodules = try TorchModel.submodules(model, recordShape: reference.inputShape)
            for line in SubmoduleTable.lines(submodules, of: reference) { print(line) }
        } else {
            for line in ModelTable.lines(try InspectedModel.read(reference)) { print(line) }
        }
    }
}
