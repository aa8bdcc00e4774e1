import ArgumentParser
import Audits
import Datasets
import Foundation

/// `layeraudit predict`.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract: "Writes a model's predictions, or the features of its transferred layers, for a set of records.",
        discussion: """
            Reads the dataset /x of an HDF5 file unless another is named; NPZ, NPY, IDX, CSV and folders of images work \
            too. Values stay as they stand unless an option below changes them. Records are streamed: the set may be \
            larger than memory. Writes /predictions, or /features with --up-to; the file appears when it is complete.

            EXAMPLES
              layeraudit predict source.h5 data.h5:/members/x --output predictions.h5
              layeraudit predict source.h5 data.h5 --scale 0.0039215686 --output predictions.h5
              layeraudit predict source.h5 data.h5 --up-to avg_pool --output features.h5
              layeraudit predict weights.h5 data.h5 --architecture model.json --output predictions.h5
              layeraudit predict model.pt data.h5 --channels-first --up-to layer4 --output features.h5
            """
    )

    @Argument(help: ArgumentHelp("The model (Keras .h5, .keras, weights; TorchScript .pt).", valueName: "model"))
    var model: String

    @OptionGroup(title: "Model") var modelOptions: ModelOptions

    @Argument(help: ArgumentHelp("The records: FILE or FILE:/dataset.", valueName: "data"))
    var data: DataArgument

    @Option(name: .shortAndLong, help: ArgumentHelp("The HDF5 file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The layer whose output is wanted, instead of the model's answer.", valueName: "layer"))
    var upTo: String?

    @Option(help: ArgumentHelp("Rows, such as '0..<500'; all unless given.", valueName: "range"))
    var rows: RowRange?

    @OptionGroup(title: "Preprocessing") var preprocessing: PreprocessingOptions

    @OptionGroup var engine: EngineOptions

    @Flag(name: .shortAndLong, help: "No progress on the standard error.")
    var quiet = false

    func run() throws {
        try engine.device.require()
        for input in [model, data.path] where isOutput(input) {
            throw CommandError(
                .alreadyThere,
                "the output would replace '\(input)', which is read",
                at: .option("--output"),
                remedy: "Give --output another file."
            )
        }
        let interruption = Interruption()
        let description = data.description(rows: rows?.selection ?? .all)
        let answering = try modelOptions.reference(model).answering(upTo: upTo) {
            try Dataset.open(description, role: "records", labelled: false).recordShape
        }
        let dataset = try Dataset.open(description, role: "records", labelled: false)
        let prediction = try Prediction(
            answering,
            upTo: upTo,
            device: engine.device,
            threads: engine.threads,
            cancellation: interruption.cancellation
        )
        let progress = ProgressKind.choose(quiet: quiet)
        let stage = "Predicting \(dataset.count) records"
        progress.begin(stage: stage, steps: prediction.batches(dataset))
        try prediction.write(dataset, preprocessing: preprocessing.preprocessing, to: output) { _ in
            progress.step("")
        }
        progress.end(stage: stage)
        let shape = ([dataset.count] + prediction.outputShape).map(String.init).joined(separator: " × ")
        print("\(output):/\(prediction.datasetName) (\(shape))")
    }

    private func isOutput(_ input: String) -> Bool {
        let resolve = { (path: String) in URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        }
        return resolve(input) == resolve(output)
    }
}
