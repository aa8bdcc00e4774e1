import ArgumentParser
import KerasModels

/// `layeraudit export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a model, or its transferred layers alone, as files that real Keras loads.",
        discussion: """
            The name of the output says what is written, unless --format does:
              FILE.h5          the whole model, in a form that Keras 2 and Keras 3 load
              FILE.weights.h5  the weights as Keras 3 keeps them, for the model's own code to load; when it is not \
            the whole model as it was read, its architecture is written to FILE.json too
              FILE.json        the architecture alone

            A whole model keeps the models inside it. Transferred layers are written flat, with '_' for '/' in names. \
            Functions that Keras 3 computes otherwise than Keras 2 (hard_sigmoid) are written so that the Keras of \
            --keras computes what the model did.

            EXAMPLES
              layeraudit export source.keras --output source.h5
              layeraudit export source.h5 --up-to avg_pool --output shared.h5
              layeraudit export source.h5 --up-to base/conv4 --output shared.weights.h5
            """
    )

    @Argument(help: ArgumentHelp("The model (Keras .h5, .keras, weights).", valueName: "model"))
    var model: String

    @OptionGroup(title: "Model") var modelOptions: ModelOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The last layer to write; all of them unless given.", valueName: "layer"))
    var upTo: String?

    @Option(help: ArgumentHelp("h5, weights or json, whatever the output's name says.", valueName: "format"))
    var format: ExportFormat?

    @Option(help: ArgumentHelp("The Keras that is to compute the same: 2 or 3.", valueName: "version"))
    var keras: KerasGeneration = .three

    mutating func validate() throws {
        guard format == nil, ExportFormat(path: output) == nil else { return }
        throw ValidationError("--output must end in .h5, .weights.h5 or .json, or --format say what to write.")
    }

    func run() throws {
        let format = format ?? ExportFormat(path: output) ?? .h5
        let written = [output] + (format == .weights ? [ExportFormat.architecturePath(besides: output)] : [])
        for input in [model, modelOptions.architecture].compactMap(\.self) {
            for place in written where SamePlace.leads(input, place) {
                throw CommandError(
                    .alreadyThere,
                    "'\(place)' would replace '\(input)', which is read",
                    at: .option("--output"),
                    remedy: "Give --output another name."
                )
            }
        }
        let model = try modelOptions.reference(model).keras()
        let node = try upTo.map { try model.architecture.cut(after: $0, at: .option("--up-to")) }
        for file in try KerasModelWriter.write(model, to: output, upTo: node, as: format, for: keras) {
            print(file)
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}

extension KerasGeneration: ExpressibleByArgument {}
