import Foundation
import TestSupport
import Testing

/// `layeraudit depth`: what it prints and writes, and what it refuses.
@Suite struct DepthCommandTests {
    private struct Curve: Decodable {
        struct Row: Decodable {
            let cut: String
            let approach: String
            let sharedParameters: Int
        }

        let looks: Int
        let verdict: String
        let rows: [Row]
    }

    @Test(.timeLimit(.minutes(5))) func printsAndWritesTheCurve() throws {
        let folder = try SmallAudit.folder("depth: {shadowModels: 2}\n")
        let depth = ["depth", "audit.yaml", "--quiet", "--output", "curve"]
        let told = try CommandRun(list: depth, at: folder)
        #expect(told.code == 1 || told.code == 3, "\(told.errors)")
        #expect(told.errors.isEmpty, "\(told.errors)")
        #expect(told.output.contains("(exit code \(told.code))"))
        #expect(told.output.contains("(nothing)") && told.output.contains("baseline"))
        #expect(told.output.contains("No recipient: "))
        // No file of a recipient's accuracy where there is no recipient.
        #expect(folder.contents("curve").filter { $0.hasPrefix("depth") } == ["depth.json", "depth.svg"])
        #expect(!folder.contents("curve").contains { $0.hasPrefix(".") })

        let again = try CommandRun(list: depth + ["--json"], at: folder)
        #expect(again.code == told.code)
        #expect(again.output == (try folder.text("curve/depth.json")))
        let curve = try JSONDecoder().decode(Curve.self, from: Data(again.output.utf8))
        #expect(curve.looks == 3 && curve.verdict == (told.code == 1 ? "fail" : "inconclusive"))
        #expect(curve.rows.map(\.cut) == ["d1", "d1"])
        #expect(curve.rows.map(\.approach) == ["freezing", "fine-tuning"])
        #expect(curve.rows.map(\.sharedParameters) == [15, 15])
    }

    @Test func aCutThatIsNoneIsAnErrorAtItsLine() throws {
        let folder = try SmallAudit.folder("depth: {cuts: [d3]}\n")
        let run = try CommandRun("depth", "audit.yaml", "--quiet", "--output", "curve", at: folder)
        let lines = try folder.text("audit.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix("depth:") }) + 1
        #expect(run.code == 2 && run.hasRemedy && run.names("audit.yaml:\(line):16"), "\(run.errors)")
        #expect(!folder.contents("curve").contains { $0.hasPrefix("depth") })
    }
}
