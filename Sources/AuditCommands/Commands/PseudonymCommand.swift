import ArgumentParser
import Audits

/// `layeraudit pseudonym`.
struct PseudonymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonym",
        abstract: "Prints the pseudonyms of subjects, to find a person's row in exposure.csv.",
        discussion: """
            Needs the key under which the audit was run. Whoever has the key can do this; whoever has the report alone \
            cannot.

            EXAMPLES
              layeraudit pseudonym patient-0042
              layeraudit pseudonym patient-0042 --pseudonym-key /secure/pseudonym.key
            """
    )

    @Argument(help: ArgumentHelp("Identifiers, as the data name them.", valueName: "subject"))
    var subjects: [String]

    @Option(help: ArgumentHelp("The key; by default that of `layeraudit audit`.", valueName: "file"))
    var pseudonymKey: String?

    func run() throws {
        let key = try PseudonymKey.read(pseudonymKey ?? PseudonymKey.standardPath)
        for subject in subjects { print("\(key.pseudonym(of: subject))  \(subject)") }
    }
}
