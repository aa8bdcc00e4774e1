import ArgumentParser
import Audits

/// `layeraudit demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes a small example of its own, audits it and says in three lines what it found.",
        discussion: """
            Writes source.h5, data.h5 and audit.yaml, then the audit's reports beside them. The images are procedural: \
            classes are identities, records are noisy views. Takes a few minutes on two cores.

            EXAMPLES
              layeraudit demo
              layeraudit demo --output /tmp/demo

            Exit code: that of the audit, see `layeraudit audit --help`.
            """
    )

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder for the example and its reports.", valueName: "folder")
    )
    var output: String = "Reports/demo"

    @OptionGroup var engine: EngineOptions

    @Flag(name: .shortAndLong, help: "No progress on the standard error.")
    var quiet = false

    func run() throws {
        try engine.device.require()
        try OutputFolder.prepare(output)
        let interruption = Interruption()
        let progress = ProgressKind.choose(quiet: quiet)
        let manifest = try Demo.make(
            in: output,
            threads: engine.threads,
            progress: progress,
            cancellation: interruption.cancellation
        )
        try AuditJob(
            manifest: manifest,
            profile: nil,
            options: AuditOptions(
                device: engine.device,
                threads: engine.threads,
                policy: nil,
                output: output,
                store: StoreOptions.standard(output: output)
            ),
            progress: progress,
            registry: nil
        ).run(interruption: interruption)
    }
}
