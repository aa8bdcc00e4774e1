import ArgumentParser
import Datasets

/// What is done to stored values before the model sees them; as a manifest's `preprocessing`.
struct PreprocessingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Factor on every value, such as 0.0039215686 for bytes.", valueName: "factor"))
    var scale: Double = 1

    @Option(help: ArgumentHelp("Added after the factor.", valueName: "number"))
    var offset: Double = 0

    @Option(help: ArgumentHelp("Subtracted after that: one number, or one per channel.", valueName: "m,…"))
    var mean: NumberList?

    @Option(help: ArgumentHelp("Divides after that: one number, or one per channel.", valueName: "s,…"))
    var std: NumberList?

    @Option(help: "Order of the colour channels that the model was trained with: rgb or bgr.")
    var channelOrder: Preprocessing.ChannelOrder = .rgb

    mutating func validate() throws {
        guard scale.isFinite, scale != 0 else { throw ValidationError("--scale takes a number other than 0.") }
        guard offset.isFinite else { throw ValidationError("--offset takes a number.") }
        guard std?.values.allSatisfy({ $0 > 0 }) ?? true else { throw ValidationError("--std takes numbers above 0.") }
    }

    /// The values, put together.
    var preprocessing: Preprocessing {
        Preprocessing(
            scale: scale,
            offset: offset,
            mean: mean?.values ?? [],
            std: std?.values ?? [],
            channelOrder: channelOrder
        )
    }
}

extension Preprocessing.ChannelOrder: ExpressibleByArgument {}
