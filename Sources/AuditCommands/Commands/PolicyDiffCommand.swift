import ArgumentParser
import Policies

/// `layeraudit policy diff`.
struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what a newer policy asks more, less or otherwise than an older one.",
        discussion: """
            Lines start with + where more is asked, - where less is, ~ where something else is (which may be less), and \
            = where only words changed.

            EXAMPLES
              layeraudit policy diff gdpr-baseline our-policy.xml
              layeraudit policy diff old.xml new.xml --exit-code
            """
    )

    @Argument(help: ArgumentHelp("The older policy: a file, or the name of a shipped one.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The newer policy.", valueName: "new"))
    var new: String

    @Flag(help: "Exit code 1 where the newer policy asks less, or something else, in anything.")
    var exitCode = false

    func run() throws {
        let old = try PolicyCommand.policy(old)
        let new = try PolicyCommand.policy(new)
        let changes = PolicyComparison.changes(from: old, to: new)
        for change in changes { print("\(Self.mark(change)) \(change)") }
        if changes.isEmpty { print("the two ask the same in the same words") }
        if exitCode, changes.contains(where: \.isWeaker) { throw ExitCode(1) }
    }

    private static func mark(_ change: PolicyChange) -> String {
        switch change.kind {
        case .changed: "~"
        case .reworded: "="
        default: change.isWeaker ? "-" : "+"
        }
    }
}
