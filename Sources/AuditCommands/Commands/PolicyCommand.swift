import ArgumentParser
import Attacks
import Policies

/// `layeraudit policy`.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Works with policy files.",
        subcommands: [Check.self]
    )

    /// `layeraudit policy check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Checks a policy file and prints what it demands.",
            discussion: """
                Problems are told with file and line, and the exit code is then 2.

                EXAMPLES
                  layeraudit policy check our-policy.xml
                  layeraudit policy check gdpr-baseline
                """
        )

        @Argument(help: ArgumentHelp("A policy file, or the name of a shipped policy.", valueName: "file"))
        var file: String

        func run() throws {
            let policy = try PolicyCatalog.policy(file, knownAttacks: AttackCatalog.descriptors)
            print(PolicyText.text(policy))
        }
    }
}
