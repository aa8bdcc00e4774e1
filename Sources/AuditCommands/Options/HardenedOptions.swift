import ArgumentParser

/// Which hardened model is written, and where to.
struct HardenedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Writes the chosen hardened model into this folder: model.h5, transferred-layers.h5, model-card.md, the audit \
            record of that very file (report.xml, report.html), and audit.yaml, which makes the record again.
            """,
            valueName: "folder"
        )
    )
    var export: String?

    @Option(
        help: ArgumentHelp(
            """
            The countermeasure to write, as the table names it, such as 'quantisation(bits 4)'; by default, of those that \
            pass the policy, the one that leaves the recipient the largest accuracy.
            """,
            valueName: "id"
        )
    )
    var choose: String?

    @Flag(help: "Replaces files that are in the folder of --export already.")
    var force = false

    mutating func validate() throws {
        guard export != nil || (choose == nil && !force) else {
            throw ValidationError("--choose and --force belong to --export.")
        }
    }
}
