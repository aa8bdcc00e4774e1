import ArgumentParser
import AuditCore
import Diagnostics
import Foundation
import Policies
import Reports

/// `layeraudit policy test`.
struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Says what a policy would have said of past audits.",
        discussion: """
            Judges the measurements of saved records again; needs no model and no data. Waivers count as of the day on which \
            each audit ended, or of --today. Where a record lacks what a gate needs, such as an interval at its confidence, \
            the gate is inconclusive and says so.

            EXAMPLES
              layeraudit policy test our-policy.xml audit-report/report.xml
              layeraudit policy test gdpr-special-category releases/*/report.xml --today 2027-01-01

            Exit code: that of the worst verdict: 1 fail, then 2 incomplete or a record that cannot be read, then 3 \
            inconclusive, then 0.
            """
    )

    @Argument(help: ArgumentHelp("A policy file, or the name of a shipped policy.", valueName: "policy"))
    var policy: String

    @Argument(help: ArgumentHelp("Records of audits.", valueName: "report.xml"))
    var records: [String]

    @Option(help: ArgumentHelp("The day, in UTC, on which waivers must count.", valueName: "day"))
    var today: CalendarDay?

    func run() throws {
        let policy = try PolicyCommand.policy(policy)
        var verdicts: [Verdict] = []
        for path in records {
            do throws(ReportError) {
                let record = try RecordReader.record(of: ReportDocument.read(path: path))
                let day = today ?? CalendarDay(timestamp: record.provenance.finished) ?? CalendarDay(Date())
                let judgement = PolicyJudge.judge(policy, digest: "", evidence: Evidence(record), today: day)
                for line in PastVerdictLines.lines(path, record: record, judgement: judgement, today: day) {
                    print(line)
                }
                verdicts.append(judgement.verdict)
            } catch {
                StandardError.write("error: \(error.description)")
                verdicts.append(.incomplete)
            }
        }
        let code = Verdict.worst(of: verdicts).exitCode
        if code != 0 { throw ExitCode(code) }
    }
}
