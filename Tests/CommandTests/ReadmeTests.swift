import Foundation
import Testing

/// What the README says of the program is what there is.
@Suite struct ReadmeTests {
    /// The program's own account of itself.
    private struct Account: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Value]?

        /// What can stand right after it: subcommands, or the words that a value may be.
        var following: Set<String> {
            let words = (arguments ?? []).filter { $0.kind == "positional" }.flatMap { $0.allValues ?? [] }
            return Set((subcommands ?? []).map(\.commandName) + words)
        }
    }

    private struct Value: Decodable {
        let kind: String
        let allValues: [String]?
    }

    /// Each command with what stands after it, as the README's list has them: `store list|prune|clear`.
    private func named() throws -> [String: Set<String>] {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let start = try #require(text.range(of: "## Commands\n")).upperBound
        let end = try #require(text[start...].range(of: "Each has `--help`")).lowerBound
        var result: [String: Set<String>] = [:]
        for entry in text[start..<end].matches(of: /`([a-z-]+)(?: ([a-z|-]+))?`/) {
            result[String(entry.output.1)] = Set((entry.output.2 ?? "").split(separator: "|").map(String.init))
        }
        return result
    }

    @Test func everyCommandIsNamed() throws {
        let run = try CommandRun("--experimental-dump-help")
        let account = try JSONDecoder().decode(Account.self, from: Data(run.output.utf8))
        let commands = (account.command.subcommands ?? []).filter { $0.commandName != "help" }
        let known = Dictionary(commands.map { ($0.commandName, $0.following) }, uniquingKeysWith: { $1 })
        #expect(known.count > 10 && known["list"]?.contains("attacks") == true)
        #expect(try named() == known)
    }
}
