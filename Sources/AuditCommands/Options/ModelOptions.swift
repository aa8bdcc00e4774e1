import ArgumentParser
import Audits

/// What of a model file is meant.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The architecture of weights saved alone: JSON of `to_json`, or another model file.",
            valueName: "file"
        )
    )
    var architecture: String?

    @Option(help: ArgumentHelp("The input meant, of a model with several.", valueName: "layer"))
    var inputLayer: String?

    @Option(help: ArgumentHelp("The output meant, of a model with several.", valueName: "layer"))
    var outputLayer: String?

    @Option(help: ArgumentHelp("Shape of one record, where the file leaves axes open.", valueName: "n,…"))
    var inputShape: NumberList?

    @Flag(help: "Turn records (H, W, C) to (C, H, W), as PyTorch models take them.")
    var channelsFirst = false

    mutating func validate() throws {
        let lengths = inputShape?.values ?? []
        guard lengths.allSatisfy({ $0 >= 1 && $0 <= 1_000_000 && $0 == $0.rounded() }) else {
            throw ValidationError("--input-shape takes whole numbers above 0, such as 224,224,3.")
        }
    }

    /// The model of a file.
    func reference(_ file: String) -> ModelReference {
        ModelReference(
            file,
            architecture: architecture,
            input: inputLayer,
            output: outputLayer,
            inputShape: inputShape?.values.map { Int($0) },
            isChannelsFirst: channelsFirst
        )
    }
}
