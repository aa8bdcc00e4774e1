import ArgumentParser
import Audits
import Reports

/// `layeraudit harden`.
struct HardenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harden",
        abstract: "Tries countermeasures on a manifest's model and data, and measures leakage and usefulness.",
        discussion: """
            Each countermeasure of the manifest's `countermeasures` (or the usual ones) changes how the source model is \
            trained, the layers that would leave, or the answers of its service. Every hardened model is audited by an \
            adversary who knows the countermeasure; the recipient builds a target model on it. The table has the strongest \
            attack's AUC, of all, of those that hold layers alone and of those that only ask the service, and the accuracies \
            with their differences on the same records.

            A source model is trained again as its file says (`compile`), or as `source.training` in the manifest does. What \
            was trained is kept: the same command continues where it was stopped.

            EXAMPLES
              layeraudit harden audit.yaml
              layeraudit harden audit.yaml --profile quick --json
              layeraudit list countermeasures
            """
    )

    @Argument(help: ArgumentHelp("The manifest (audit.yaml).", valueName: "manifest"))
    var manifest: String

    @Option(
        help: ArgumentHelp("A shipped policy's name or a policy file, instead of the manifest's.", valueName: "policy")
    )
    var policy: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder for the shadow store; by default beside the manifest.", valueName: "folder")
    )
    var output: String?

    @Option(help: "Where the adversary's defaults come from, instead of the manifest's profile.")
    var profile: AuditProfile?

    @OptionGroup var engine: EngineOptions

    @OptionGroup(title: "Shadow store") var store: StoreOptions

    @Flag(help: "Prints the trials as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "No progress on the standard error.")
    var quiet = false

    func run() throws {
        let output = output ?? OutputFolder.beside(manifest: manifest)
        let interruption = Interruption()
        try engine.device.require()
        try OutputFolder.prepare(output)
        let trials = try Audit.harden(
            ManifestReader.read(path: manifest, profile: profile),
            options: AuditOptions(
                device: engine.device,
                threads: engine.threads,
                policy: policy,
                output: output,
                store: try store.folder(output: output)
            ),
            progress: ProgressKind.choose(quiet: quiet),
            cancellation: interruption.cancellation
        )
        if json {
            print(String(decoding: try TrialsDocument.json(trials), as: UTF8.self), terminator: "")
        } else {
            for line in TrialTable.lines(trials) { print(line) }
        }
    }
}
