import ArgumentParser
import Audits

/// The manifest, and what the command line says in its place.
struct ManifestOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The manifest (audit.yaml).", valueName: "manifest"))
    var manifest: String

    @Option(
        help: ArgumentHelp("A shipped policy's name or a policy file, instead of the manifest's.", valueName: "policy")
    )
    var policy: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder for what is written; by default beside the manifest.", valueName: "folder")
    )
    var output: String?

    @Option(help: "Where the adversary's defaults come from, instead of the manifest's profile.")
    var profile: AuditProfile?

    /// The folder for what is written.
    var folder: String { output ?? OutputFolder.beside(manifest: manifest) }

    /// Reads the manifest.
    ///
    /// - Throws: `ManifestError`.
    func read() throws(ManifestError) -> AuditManifest {
        try ManifestReader.read(path: manifest, profile: profile)
    }
}

extension AuditProfile: ExpressibleByArgument {}
