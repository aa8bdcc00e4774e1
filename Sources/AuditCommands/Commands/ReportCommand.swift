import ArgumentParser
import AuditCore
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
            abstract: "Makes report formats again from a saved report.xml; needs no model and no data.",
            discussion: """
                EXAMPLES
                  layeraudit report render audit-report/report.xml --format html
                  layeraudit report render report.xml --format html,sarif,junit --output /tmp/review
                  layeraudit report render report.xml --format sarif --baseline last-release/report.xml
                  layeraudit report render report.xml --format html,pdf --language fr
                  layeraudit report render report.xml --format markdown --annotations github

                `layeraudit list reporters` names the formats.
                """
        )

        @Argument(help: ArgumentHelp("The record of an audit.", valueName: "report.xml"))
        var record: String

        @Option(
            help: ArgumentHelp("The formats: \(FormatList.names.joined(separator: ", ")).", valueName: "name,…"),
            completion: .list(FormatList.names),
            transform: FormatList.init(parsing:)
        )
        var format: FormatList = .page

        @Option(help: "The language of the formats that people read: en, fr or de.")
        var language: Language = .english

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp("The folder to write to; by default the record's.", valueName: "folder")
        )
        var output: String?

        @OptionGroup var pipeline: PipelineOptions

        mutating func validate() throws { try pipeline.check(format) }

        func run() throws {
            let beside = (record as NSString).deletingLastPathComponent
            let folder = output ?? (beside.isEmpty ? "." : beside)
            let document = try ReportDocument.read(path: record)
            let audit = try document.record()
            let options = try pipeline.renderOptions(language: language)
            let paths = try ReportRenderer.render(document, formats: format.formats, options: options, to: folder)
            let annotated = try pipeline.annotations?.write(audit, to: folder, language: language)
            for path in paths + [annotated].compactMap(\.self) { print(path) }
            for line in pipeline.annotations?.lines(audit, language: language) ?? [] { print(line) }
        }
    }
}
