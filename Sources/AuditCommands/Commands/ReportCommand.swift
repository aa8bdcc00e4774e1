import ArgumentParser
import Foundation
import Reports

/// `layeraudit report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Works with saved reports.",
        subcommands: [Render.self, SignCommand.self, VerifyCommand.self]
    )

    /// `layeraudit report render`.
    struct Render: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "render",
            abstract: "Makes a report format again from a saved report.xml; needs no model and no data.",
            discussion: """
                EXAMPLES
                  layeraudit report render audit-report/report.xml --format html
                  layeraudit report render report.xml --format html --output /tmp/review

                `layeraudit list reporters` names the formats.
                """
        )

        @Argument(help: ArgumentHelp("The record of an audit.", valueName: "report.xml"))
        var record: String

        @Option(help: "The format, as `layeraudit list reporters` names it.")
        var format: String = "html"

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp("The folder to write to; by default the record's.", valueName: "folder")
        )
        var output: String?

        func run() throws {
            let beside = (record as NSString).deletingLastPathComponent
            let folder = output ?? (beside.isEmpty ? "." : beside)
            print(try ReportRenderer.render(reportXML: record, format: format, to: folder))
        }
    }
}
