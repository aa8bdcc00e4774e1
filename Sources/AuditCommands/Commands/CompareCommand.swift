import ArgumentParser
import KerasModels

/// `layeraudit compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares the file that would leave with the source model, layer by layer.",
        discussion: """
            A layer is identical, changed (with the largest and mean difference), missing, or beyond the cut: a layer \
            of the head that the file holds and that should have stayed.

            EXAMPLES
              layeraudit compare source.h5 shared.h5
              layeraudit compare source.h5 shared.h5 --up-to avg_pool

            Exit code: 0 when every transferred layer is identical and nothing else is in the file, 1 otherwise.
            """
    )

    @Argument(help: ArgumentHelp("The source model.", valueName: "source"))
    var source: String

    @OptionGroup(title: "Source model") var modelOptions: ModelOptions

    @Argument(help: ArgumentHelp("The file that would leave.", valueName: "transferred"))
    var transferred: String

    @Option(
        help: ArgumentHelp(
            "The last transferred layer; everything before the last layer with weights unless given.",
            valueName: "layer"
        )
    )
    var upTo: String?

    func run() throws {
        let inspected = try InspectedModel.read(modelOptions.reference(source))
        let cut = try inspected.cut(upTo)
        let differences = try LayerComparer.compare(source: inspected.model, transferred: transferred, cut: cut.node)
        for line in ComparisonTable.lines(differences) { print(line) }
        if differences.contains(where: { $0.result != .identical }) { throw ExitCode(1) }
    }
}
