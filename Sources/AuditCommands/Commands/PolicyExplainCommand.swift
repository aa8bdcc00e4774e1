import ArgumentParser
import Foundation
import Policies

/// `layeraudit policy explain`.
struct PolicyExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says in words what a policy demands.",
        discussion: """
            What would pass, gate by gate; what must have run; how severity and risk follow; the waivers and whether they \
            count; what the policy does not cover, and in what it is weaker than the one it extends.

            EXAMPLES
              layeraudit policy explain gdpr-special-category
              layeraudit policy explain our-policy.xml --today 2027-01-01
            """
    )

    @Argument(help: ArgumentHelp("A policy file, or the name of a shipped policy.", valueName: "policy"))
    var policy: String

    @Option(
        help: ArgumentHelp("The day, in UTC, on which waivers are looked at; today's without it.", valueName: "day")
    )
    var today: CalendarDay?

    func run() throws {
        let policy = try PolicyCommand.policy(policy)
        for line in PolicyExplanation.lines(policy, today: today ?? CalendarDay(Date())) { print(line) }
    }
}
