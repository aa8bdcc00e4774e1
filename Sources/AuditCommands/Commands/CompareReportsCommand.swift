import ArgumentParser
import History
import Reports

/// `layeraudit compare-reports`.
struct CompareReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare-reports",
        abstract: "Says gate by gate whether a later audit is better, worse, or shows no significant difference.",
        discussion: """
            The difference of the two figures that decided a gate is tested from their intervals (MOVER), as of \
            independent samples, with Holm's correction over the gates; the same for every figure that both audits \
            have. Audits of the same records are correlated, so that the test then errs on the side of no difference.

            EXAMPLES
              layeraudit compare-reports 2026.10/report.xml 2026.11/report.xml
              layeraudit compare-reports old.xml new.xml --json

            Exit code: 0 no gate is worse, 1 a gate is significantly worse or fails that did not fail before.
            """
    )

    @Argument(help: ArgumentHelp("The record of the earlier audit.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The record of the later audit.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("The level of the tests.", valueName: "level"))
    var confidence: Double = 0.95

    @Flag(help: "Prints JSON.")
    var json = false

    func validate() throws {
        guard confidence > 0.5, confidence < 1 else {
            throw ValidationError("--confidence takes a number between 0.5 and 1.")
        }
    }

    func run() throws {
        let comparison = ReportComparison(
            old: try RecordReader.record(of: ReportDocument.read(path: old)),
            new: try RecordReader.record(of: ReportDocument.read(path: new)),
            confidence: confidence
        )
        if json {
            print(try ReportComparisonJSON.text(comparison))
        } else {
            for line in ReportComparisonText.lines(comparison) { print(line) }
        }
        if comparison.isWorse { throw ExitCode(1) }
    }
}
