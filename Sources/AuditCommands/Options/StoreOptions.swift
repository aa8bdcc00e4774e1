import ArgumentParser
import ShadowModels

/// Where trained shadow models are kept.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder trained shadow models are kept in and taken from, which audits may share; by default shadow-store "
                + "in the output folder.",
            valueName: "folder"
        )
    )
    var store: String?

    @Flag(help: "Keeps no shadow models and uses none from before.")
    var noStore = false

    mutating func validate() throws {
        guard store == nil || !noStore else { throw ValidationError("Give --store or --no-store, not both.") }
    }

    /// The store's folder; nil for none. One that was asked for is tried now, before hours of work.
    ///
    /// - Throws: `CommandError.unwritable`.
    func folder(output: String) throws -> String? {
        guard !noStore else { return nil }
        guard let store else { return StoreOptions.standard(output: output) }
        try OutputFolder.prepare(store, option: "--store", isPrivate: true)
        return store
    }

    /// Where shadow models are kept unless somebody says otherwise: a killed audit then continues with the same command.
    static func standard(output: String) -> String { "\(output)/shadow-store" }
}
