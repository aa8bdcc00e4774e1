import ArgumentParser
import History
import Reports

/// `layeraudit history add`.
struct HistoryAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Records saved audits.",
        discussion: """
            Each record is stored by itself and once, by its SHA-256: the same report.xml again changes nothing.

            EXAMPLES
              layeraudit history add audit-report/report.xml
              layeraudit history add audits/*/report.xml --registry team/registry.sqlite
            """
    )

    @Argument(help: ArgumentHelp("Records of audits.", valueName: "report.xml"))
    var reports: [String]

    @OptionGroup var options: RegistryOptions

    func run() throws {
        let registry = try Registry(path: options.path)
        for report in reports {
            let added = try registry.add(ReportDocument.read(path: report), report: report)
            StandardOutput.line("\(added.isNew ? "recorded" : "already recorded") as \(added.number): \(report)")
        }
    }
}
