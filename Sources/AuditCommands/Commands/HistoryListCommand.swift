import ArgumentParser
import AuditCore
import Foundation
import History

/// `layeraudit history list`.
struct HistoryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists recorded audits, the oldest first.",
        discussion: """
            EXAMPLES
              layeraudit history --verdict fail --limit 20
              layeraudit history --html history.html --language fr
              layeraudit history --json
            """
    )

    @Option(help: ArgumentHelp("Only titles that contain this.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("Only this model: its name, or the start of its SHA-256.", valueName: "model"))
    var model: String?

    @Option(help: ArgumentHelp("Only audits judged by this policy.", valueName: "id"))
    var policy: String?

    @Option(help: "Only this verdict.")
    var verdict: Verdict?

    @Option(help: ArgumentHelp("Only audits that ended on this day or later, in UTC.", valueName: "YYYY-MM-DD"))
    var since: String?

    @Option(help: ArgumentHelp("Only audits that ended on this day or earlier, in UTC.", valueName: "YYYY-MM-DD"))
    var until: String?

    @Option(help: ArgumentHelp("Only the newest so many.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Also writes them as a page with risk over the releases.", valueName: "file"))
    var html: String?

    @Option(help: "The language of the page: en, fr or de.")
    var language: Language = .english

    @Flag(help: "Prints JSON.")
    var json = false

    @OptionGroup var options: RegistryOptions

    func validate() throws {
        for (name, day) in [("--since", since), ("--until", until)] {
            guard let day, day.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) == nil else { continue }
            throw ValidationError("\(name) takes a day as YYYY-MM-DD, not '\(day)'.")
        }
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    }

    func run() throws {
        var filter = RegistryFilter()
        filter.title = title
        filter.model = model
        filter.policy = policy
        filter.verdict = verdict?.rawValue
        filter.since = since
        filter.until = until
        filter.limit = limit
        let audits = try Registry(path: options.path).audits(filter)
        if let html { try OutputFile.write(HistoryPage.render(audits, in: language), to: html) }
        if json {
            print(try HistoryText.json(audits))
        } else {
            for line in HistoryText.table(audits, registry: options.path) { print(line) }
            if let html { print("Page: \(html)") }
        }
    }
}

extension Verdict: ExpressibleByArgument {}
