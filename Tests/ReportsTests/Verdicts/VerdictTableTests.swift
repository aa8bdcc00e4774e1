import AuditCore
import Policies
import Reports
import Testing

/// The table of DESIGN.md section 8, judged by a policy, in every format.
@Suite("the table of verdicts in every format")
struct VerdictTableTests {
    /// Rows whose judgement must be told alike: every place and condition under both bounds.
    static let rows = VerdictRow.all(thresholds: [0.6])

    private static func record(_ judgement: Judgement) -> AuditRecord {
        let findings = FindingWriter.findings(judgement: judgement, checks: [], transferred: [])
        let empty = SampleRecord.empty()
        return AuditRecord(
            title: "Matrix",
            context: empty.context,
            model: empty.model,
            transferred: [],
            data: [],
            target: [],
            shadows: [],
            attacks: [],
            outcomes: [],
            measurements: judgement.gates.compactMap(\.measurement),
            classMeasurements: [],
            costs: [],
            checks: [],
            skips: [],
            coverage: [],
            judgement: judgement,
            findings: findings,
            recommendations: [],
            figures: [],
            provenance: empty.provenance
        )
    }

    @Test("verdict and exit code are the same everywhere", arguments: rows)
    func everywhere(_ row: VerdictRow) throws {
        let document = try Saved.document(Self.record(try #require(row.judgement)))
        for reporter in ReporterCatalog.all {
            let id = reporter.descriptor.id
            switch id {
            case "pdf": continue
            case "html": try compare(row, page: Saved.text(reporter.render(document)))
            default:
                let said = try #require(try SpokenVerdict.read(id, of: document), "\(id) is not compared")
                #expect(said.verdict == row.verdict.rawValue, "\(id)")
                #expect(said.exitCode == row.exitCode, "\(id)")
                #expect(said.gates.map(\.result) == [row.outcome.rawValue], "\(id)")
                #expect(said.gates.map(\.waived) == [row.isWaived], "\(id)")
            }
        }
    }

    private func compare(_ row: VerdictRow, page: String) throws {
        let banner = try #require(page.firstMatch(of: #/<div class="verdict ([a-z]+)">(.*?)<h2/#.dotMatchesNewlines()))
        #expect(banner.output.1 == row.verdict.rawValue)
        let code = try #require(banner.output.2.firstMatch(of: #/[Ee]xit code\D{0,40}(\d)/#))
        #expect(code.output.1 == "\(row.exitCode)")
    }

    @Test("a saved record gives back risk and group, and the judgement when it is judged again")
    func readBack() throws {
        for row in Self.rows {
            let judgement = try #require(row.judgement)
            let read = try RecordReader.record(of: Saved.document(Self.record(judgement)))
            #expect(read.judgement.risk == judgement.risk)
            #expect(read.judgement.gates.map(\.risk) == judgement.gates.map(\.risk))
            #expect(read.findings.map(\.risk) == read.findings.map { $0.gate == nil ? nil : judgement.gates[0].risk })
        }
    }

    @Test("the class that decided is read back")
    func groups() throws {
        let classes = ["cat", "dog's \"<&>"].map { name in
            ClassMeasurement(
                attack: "transmia-svm",
                approach: .freezing,
                shadowSize: 100,
                className: name,
                members: 200,
                nonMembers: 200,
                accuracy: name == "cat" ? 0.5 : 0.9,
                accuracyInterval: Interval(low: 0, high: 1, confidence: 0.95),
                precision: nil,
                recall: 0.9,
                auc: nil
            )
        }
        let base = try #require(Self.rows.first)
        let gate = Gate(
            id: "worst-class",
            title: "Worst class",
            statistic: .accuracy,
            bound: .atMost,
            threshold: 0.7,
            confidence: 0.95,
            severity: .high,
            group: GroupScope(kind: .class, name: nil),
            legalBasis: "basis",
            rationale: "rationale"
        )
        let policy = Policy(
            id: "groups",
            title: "Groups",
            version: "1",
            purpose: "p",
            limits: "l",
            sample: SampleSize(members: 100, nonMembers: 100),
            requiredAttacks: [],
            gates: [gate]
        )
        let evidence = Evidence(
            attacks: [],
            measurements: [],
            classMeasurements: classes,
            outcomes: base.evidence.outcomes,
            checks: [],
            skips: [],
            context: base.evidence.context
        )
        let today = try #require(CalendarDay(VerdictRow.today))
        let judgement = PolicyJudge.judge(policy, digest: "", evidence: evidence, today: today)
        #expect(judgement.verdict == .fail)
        let read = try RecordReader.record(of: Saved.document(Self.record(judgement)))
        let measured = try #require(read.judgement.gates.first?.measurement)
        #expect(measured.group == RecordGroup(kind: .class, name: "dog's \"<&>"))
        #expect(measured.interval == judgement.gates[0].measurement?.interval)
    }
}
