import ArgumentParser
import Attacks
import Policies

/// `layeraudit policy`.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Works with policy files.",
        subcommands: [Check.self, PolicyExplainCommand.self, PolicyTestCommand.self, PolicyDiffCommand.self]
    )

    /// The policy called so, or in the file at that path.
    static func policy(_ reference: String) throws(PolicyError) -> Policy {
        try PolicyCatalog.policy(reference, knownAttacks: AttackCatalog.descriptors)
    }

    /// `layeraudit policy check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Checks policy files and prints what they demand.",
            discussion: """
                Every problem of every file is told with file, line, column and remedy, and the exit code is then 2.

                EXAMPLES
                  layeraudit policy check our-policy.xml
                  layeraudit policy check policies/*.xml
                  layeraudit policy check gdpr-baseline
                """
        )

        @Argument(help: ArgumentHelp("Policy files, or names of shipped policies.", valueName: "file"))
        var files: [String]

        func run() throws {
            var isValid = true
            for file in files {
                do throws(PolicyError) {
                    print(PolicyText.text(try PolicyCommand.policy(file)))
                } catch {
                    isValid = false
                    for issue in error.issues { StandardError.write("\(issue)\n  [policy.\(issue.code.rawValue)]") }
                }
            }
            if !isValid { throw ExitCode(Failure.incomplete) }
        }
    }
}
