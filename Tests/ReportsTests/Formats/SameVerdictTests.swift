import AuditCore
import Reports
import Testing

@Suite("every format says the same")
struct SameVerdictTests {
    /// Formats for programs tell every digit; formats for readers tell enough.
    private static let exact: Set = ["xml", "json", "sarif", "junit", "csv", "cyclonedx"]
    private static let worded: Set = ["markdown", "pia"]

    @Test("verdict, exit code, threshold, bound, measured value and interval", arguments: Verdict.allCases)
    func matrix(verdict: Verdict) throws {
        let record = MatrixRecord.make(verdict)
        let document = try Saved.document(record)
        let truth = SpokenVerdict(record.judgement)
        #expect(truth.gates.count == 90)
        for id in ReporterCatalog.all.map({ $0.descriptor.id }) {
            guard let said = try SpokenVerdict.read(id, of: document) else { continue }
            if Self.exact.contains(id) { #expect(said == truth, "\(id)") }
            if Self.worded.contains(id) {
                #expect(said.agrees(with: truth), "\(id)")
                for (left, right) in zip(said.gates, truth.gates) { #expect(left.rounded == right.rounded) }
            }
        }
    }

    @Test("every format in the catalogue is compared, or drawn from the page that its own tests compare")
    func complete() throws {
        let others: Set = ["html", "pdf"]
        let all = Set(ReporterCatalog.all.map { $0.descriptor.id })
        #expect(all.subtracting(Self.exact).subtracting(Self.worded).subtracting(others) == [])
    }

    @Test("a measured value never rounds to the other side of its threshold")
    func sides() throws {
        let text = try Saved.text(MarkdownReporter.render(Saved.document(MatrixRecord.make(.fail))))
        #expect(text.contains("0.6000000001"))
        #expect(text.contains("0.59999999 to 0.6000001"))
    }
}
