import ArgumentParser
import Audits
import Foundation

/// `layeraudit init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a commented manifest for a given model and data.",
        discussion: """
            The data are one HDF5 file with groups members, nonMembers, shadowTrain and shadowTest (each with x and y), \
            or one folder with folders of these names, each with class folders of images. Other arrangements: edit \
            the data section of what is written.

            EXAMPLES
              layeraudit init --model source.h5 --data data.h5
              layeraudit init --model source.h5 --data images --up-to avg_pool --output audits/audit.yaml
            """
    )

    @Option(help: ArgumentHelp("The source model (Keras .h5, .keras or weights).", valueName: "model"))
    var model: String

    @OptionGroup(title: "Model") var modelOptions: ModelOptions

    @Option(help: ArgumentHelp("The HDF5 file, or the folder, that holds the four sets.", valueName: "data"))
    var data: String

    @Option(help: ArgumentHelp("The last transferred layer.", valueName: "layer"))
    var upTo: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The manifest to write.", valueName: "file"))
    var output: String = "audit.yaml"

    @Flag(help: "Replaces a manifest that is there.")
    var force = false

    func run() throws {
        guard force || !FileManager.default.fileExists(atPath: output) else {
            throw CommandError(
                .alreadyThere,
                "the manifest is there already",
                at: .file(output),
                remedy: "Give another --output, or --force to replace it."
            )
        }
        let reference = modelOptions.reference(model)
        let inspected = try InspectedModel.read(reference)
        let cut = try inspected.cut(upTo)
        let folder = (output as NSString).deletingLastPathComponent
        let layout = try DataLayout.find(data, seenFrom: folder)
        let template = ManifestTemplate(
            model: reference.seen(from: folder),
            cut: cut.name,
            cuts: inspected.cuts,
            members: layout.set("members"),
            nonMembers: layout.set("nonMembers"),
            shadowTrain: layout.set("shadowTrain"),
            shadowTest: layout.set("shadowTest")
        )
        do {
            try Data(template.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError(
                .unwritable,
                "the manifest cannot be written",
                at: .file(output),
                cause: error.localizedDescription,
                remedy: "Give --output a file in a folder that exists and that you may write to."
            )
        }
        print("\(output): read it over, then run `layeraudit audit \(output)`")
        for line in layout.notes { print("  note: \(line)") }
    }
}
