import ArgumentParser
import Audits

/// What the commands take that measure what-ifs of a manifest: the manifest, the engine, the store, and how they print.
struct ExperimentOptions: ParsableArguments {
    @OptionGroup var asked: ManifestOptions

    @OptionGroup var engine: EngineOptions

    @OptionGroup(title: "Shadow store") var store: StoreOptions

    @Flag(help: "Prints the result as JSON.")
    var json = false

    @Flag(help: "Prints what would be done, with an estimate, and does nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "No progress on the standard error.")
    var quiet = false

    /// Tells the reader how far it is.
    var progress: any AuditProgress { ProgressKind.choose(quiet: quiet) }

    /// Reads the manifest and prepares the folder for what is written.
    ///
    /// - Throws: `ManifestError`, a device that is not there, a folder that cannot be written.
    func start() throws -> (manifest: AuditManifest, options: AuditOptions) {
        var (manifest, options) = try read()
        try OutputFolder.prepare(options.output)
        options.store = try store.folder(output: options.output)
        return (manifest, options)
    }

    /// Reads the manifest; nothing is written.
    ///
    /// - Throws: `ManifestError`, a device that is not there.
    func read() throws -> (manifest: AuditManifest, options: AuditOptions) {
        try engine.device.require()
        let options = AuditOptions(
            device: engine.device,
            threads: engine.threads,
            policy: asked.policy,
            output: asked.folder
        )
        return (try asked.read(), options)
    }
}
