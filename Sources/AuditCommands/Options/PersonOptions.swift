import ArgumentParser
import Audits

/// How the persons behind the records are named in reports and scores.
struct PersonOptions: ParsableArguments {
    @Flag(
        help: "Writes the subjects' own identifiers into exposure.csv, scores.h5 and the report, which then says so."
    )
    var rawIdentifiers = false

    @Option(
        help: ArgumentHelp(
            "The key of the subjects' pseudonyms, made where there is none; by default the variable "
                + "LAYERAUDIT_PSEUDONYM_KEY, or ~/.local/share/layeraudit/pseudonym.key.",
            valueName: "file"
        )
    )
    var pseudonymKey: String?

    mutating func validate() throws {
        if rawIdentifiers, pseudonymKey != nil {
            throw ValidationError("--raw-identifiers and --pseudonym-key exclude each other.")
        }
    }

    /// What was asked for.
    var identifiers: Identifiers { rawIdentifiers ? .raw : .pseudonyms(keyFile: pseudonymKey) }
}
